using Urna.Model;
using Urna.Store.Csv;

namespace Urna.Store.Ballots;

/// <summary>The lines of ballots, and of candidates who withdrew.</summary>
sealed partial class BltFile
{
    /// <summary>Numbers of candidates who withdrew, each after a minus sign.</summary>
    void Withdrawn(string content)
    {
        if (begun)
        {
            Fault(
                "V112",
                LocalizedText.Say("v112.candidates-who-withdrew-stand-before-the"),
                FaultLog.Short(content), "a ballot, or a line that is 0");
            return;
        }

        foreach (var token in Tokens(content))
        {
            if (token[0] == '-' && Candidate(token[1..], token) is { } candidate)
            {
                withdrawn[candidate] = true;
            }
            else if (token[0] != '-')
            {
                Fault(
                    "V112",
                    LocalizedText.Say("v112.is-not-a-candidate-who-withdrew", ("token", token)),
                    token, "a minus sign and a candidate's number");
            }
        }
    }

    void Ballot(string content)
    {
        begun = true;
        var tokens = Tokens(content);
        var start = tokens[0][0] == '(' && tokens[0][^1] == ')' && tokens.Length > 1 ? 1 : 0;
        if (Number(tokens[start]) is not { } count || count < 0)
        {
            Fault(
                "V104",
                LocalizedText.Say("v104.is-not-a-number-of-ballots", ("token", tokens[start])),
                tokens[start], "a whole number, 0 or more");
            return;
        }

        if (tokens.Length < start + 2 || tokens[^1] != "0")
        {
            Fault("V112", LocalizedText.Say("v112.the-ballot-does-not-end-with"), FaultLog.Short(content), "0 as its last number");
            return;
        }

        if (count > CsvRow.MaxCount || (total += count) > CsvRow.MaxCount)
        {
            Fault(
                "V117",
                LocalizedText.Say("v117.there-are-more-than-ballots-the", ("maxCount", CsvRow.MaxCount)),
                tokens[start], $"at most {CsvRow.MaxCount}");
            total = 0;
            return;
        }

        marks.Clear();
        var sound = true;
        foreach (var token in tokens.AsSpan()[(start + 1)..^1])
        {
            sound &= Rank(token);
        }

        if (sound)
        {
            ballots!.Add(count, [.. marks]);
        }
    }

    /// <summary>Adds the marks of one rank; false if they cannot be read.</summary>
    bool Rank(string token)
    {
        if (token == "-")
        {
            marks.Add(RankedBallots.Skipped);
            return true;
        }

        if (token == "0")
        {
            Fault("V112", LocalizedText.Say("v112.there-is-a-0-inside-the"), token, "0 only at its end");
            return false;
        }

        var shared = false;
        foreach (var part in token.Split('='))
        {
            if (Candidate(part, token) is not { } candidate)
            {
                return false;
            }

            // A candidate who withdrew is passed over as if the voter had not marked them.
            if (!withdrawn[candidate])
            {
                marks.Add(shared ? RankedBallots.EqualTo(candidate) : candidate);
                shared = true;
            }
        }

        return true;
    }

    /// <summary>The number of a candidate, from 0; null with a fault if there is none.</summary>
    int? Candidate(string text, string token)
    {
        if (Number(text) is > 0 and { } number && number <= candidates)
        {
            return (int)number - 1;
        }

        Fault("V108", LocalizedText.Say("v108.is-not-a-candidates-number", ("token", token)), token, $"1 to {candidates}");
        return null;
    }
}
