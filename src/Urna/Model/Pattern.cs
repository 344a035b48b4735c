using System.Collections.Immutable;
using System.Text;

namespace Urna.Model;

/// <summary>A sentence of a catalogue, with the holes that its arguments fill.</summary>
/// <remarks>
/// <c>{seats:whole}</c> writes an argument; <c>{seats|one=seat|other=seats}</c> chooses by number, by yes or no, or by a word.
/// A branch may have holes of its own. A backslash makes the next sign a plain one; <c>\s</c> is a space at an end, <c>\n</c> a new line.
/// </remarks>
sealed class Pattern
{
    readonly ImmutableArray<Part> parts;

    Pattern(ImmutableArray<Part> parts) => this.parts = parts;

    /// <summary>The names of its arguments, each once, ascending.</summary>
    public IEnumerable<string> Names => parts.SelectMany(NamesOf).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern as the catalogue has it.</param>
    /// <exception cref="FormatException">A hole is not closed, or is malformed.</exception>
    public static Pattern Read(string text)
    {
        var at = 0;
        var read = Parts(text, ref at, isBranch: false);
        return at == text.Length ? new(read) : throw new FormatException($"'{text}' has a '}}' too many.");
    }

    /// <summary>The sentence.</summary>
    /// <param name="arguments">What fills the holes.</param>
    /// <param name="language">The reader's language.</param>
    public string Say(ReadOnlySpan<(string Name, Argument Value)> arguments, Language language)
    {
        if (parts is [{ Name: null } only])
        {
            return only.Text;
        }

        var said = new StringBuilder();
        Say(said, arguments, language);
        return said.ToString();
    }

    static IEnumerable<string> NamesOf(Part part) =>
        part.Name is null ? [] : part.Branches.SelectMany(b => b.Then.Names).Prepend(part.Name);

    static ImmutableArray<Part> Parts(string text, ref int at, bool isBranch)
    {
        var found = ImmutableArray.CreateBuilder<Part>();
        var plain = new StringBuilder();
        while (at < text.Length && text[at] != '}' && !(isBranch && text[at] == '|'))
        {
            if (text[at] == '{')
            {
                Flush(found, plain);
                found.Add(Hole(text, ref at));
            }
            else
            {
                plain.Append(text[at] == '\\' ? Escaped(text, ++at) : text[at]);
                at++;
            }
        }

        Flush(found, plain);
        return found.ToImmutable();
    }

    static void Flush(ImmutableArray<Part>.Builder parts, StringBuilder plain)
    {
        if (plain.Length > 0)
        {
            parts.Add(new Part(plain.ToString(), null, []));
            plain.Clear();
        }
    }

    static char Escaped(string text, int at) => at == text.Length ? throw new FormatException($"'{text}' ends in a backslash.") : text[at] switch
    {
        's' => ' ',
        'n' => '\n',
        var sign => sign,
    };

    static Part Hole(string text, ref int at)
    {
        var start = ++at;
        while (at < text.Length && text[at] is not ('|' or '}'))
        {
            at++;
        }

        var colon = text.AsSpan(start, at - start).IndexOf(':');
        var name = colon < 0 ? text[start..at] : text.Substring(start, colon);
        var format = colon < 0 ? "" : text[(start + colon + 1)..at];
        var branches = ImmutableArray.CreateBuilder<Branch>();
        while (at < text.Length && text[at] == '|')
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0)
            {
                throw new FormatException($"'{text}' has a branch without '=' at {at}.");
            }

            var when = text[(at + 1)..equals];
            at = equals + 1;
            branches.Add(new Branch(when, new Pattern(Parts(text, ref at, isBranch: true))));
        }

        return at == text.Length || name.Length == 0 ? throw new FormatException($"'{text}' has a hole that is not closed or has no name.")
            : text[at++] == '}' ? new Part(format, name, branches.ToImmutable()) : throw new FormatException($"'{text}' has a hole that is not closed.");
    }

    void Say(StringBuilder said, ReadOnlySpan<(string Name, Argument Value)> arguments, Language language)
    {
        foreach (var part in parts)
        {
            if (part.Name is null)
            {
                said.Append(part.Text);
                continue;
            }

            var value = Named(part.Name, arguments);
            if (part.Branches.IsEmpty)
            {
                said.Append(value.Written(part.Text, language));
            }
            else
            {
                Chosen(part, value, language).Say(said, arguments, language);
            }
        }
    }

    static Pattern Chosen(Part part, Argument value, Language language)
    {
        var plural = value.Plural(language);
        var branch = part.Branches.FirstOrDefault(b => value.Is(b.When))
            ?? part.Branches.FirstOrDefault(b => b.When == plural)
            ?? part.Branches.FirstOrDefault(b => b.When == Plurals.Other)
            ?? throw new InvalidOperationException($"No branch of '{part.Name}' is meant for what it is, and none is 'other'.");
        return branch.Then;
    }

    static Argument Named(string name, ReadOnlySpan<(string Name, Argument Value)> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        throw new InvalidOperationException($"A sentence needs '{name}', which it is not told.");
    }

    /// <summary>A part of a pattern.</summary>
    /// <param name="Text">Plain text, or how the argument is written.</param>
    /// <param name="Name">The argument's name; null for plain text.</param>
    /// <param name="Branches">What is chosen between; empty where the argument itself is written.</param>
    sealed record Part(string Text, string? Name, ImmutableArray<Branch> Branches);

    sealed record Branch(string When, Pattern Then);
}
