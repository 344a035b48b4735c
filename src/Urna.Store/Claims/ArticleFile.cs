using System.Text;
using Urna.Judge.Articles;

namespace Urna.Store.Claims;

/// <summary>Reads an article from its Markdown file.</summary>
public static class ArticleFile
{
    /// <summary>Reads an article, or tells why it cannot be read.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<Article> Read(string path)
    {
        var faults = new FaultLog();
        var file = Path.GetFileName(path);
        Article? article = null;
        try
        {
            article = Article.Read(File.ReadAllText(path, new UTF8Encoding(false, true)));
            if (article is null)
            {
                faults.Add(Validate.Codes.Finding("V162", $"The article '{file}' cannot be read as Markdown.", $"El artículo '{file}' no se puede leer como Markdown.") with { File = file });
            }
        }
        catch (DecoderFallbackException)
        {
            faults.Add("V113", $"'{file}' is not UTF-8 text.", file, expected: "UTF-8");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add("V101", $"The file '{file}' does not exist.", file, found: "no file", expected: file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add("V121", $"The file '{file}' cannot be read: {e.Message}", file);
        }

        return faults.Result(() => article);
    }
}
