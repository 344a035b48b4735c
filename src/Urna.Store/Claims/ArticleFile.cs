using Urna.Model;
using Urna.Judge.Articles;
using Urna.Store.Files;

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
            article = MarkdownArticle.Read(InputFile.Text(path, Bounds.ArticleBytes));
            if (article is null)
            {
                faults.Add(Validate.Codes.Finding("V162", LocalizedText.Say("v162.the-article-cannot-be-read-as", ("file", file))) with { File = file });
            }
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file, faults);
        }

        return faults.Result(() => article);
    }
}
