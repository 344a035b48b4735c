using System.Text;

namespace Urna.Store;

/// <summary>Writes files and folders whole or not at all: aside first, then renamed.</summary>
public static class OutputFile
{
    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text file in UTF-8.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="text">Its content.</param>
    public static void Write(string path, string text)
    {
        var aside = path + ".partial";
        File.WriteAllText(aside, text, utf8);
        File.Move(aside, path, overwrite: true);
    }

    /// <summary>Writes a text file in UTF-8 piece by piece.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<TextWriter> write)
    {
        var aside = path + ".partial";
        using (var writer = new StreamWriter(aside, append: false, utf8))
        {
            write(writer);
        }

        File.Move(aside, path, overwrite: true);
    }
}
