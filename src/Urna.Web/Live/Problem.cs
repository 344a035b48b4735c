using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Urna.Contract;
using Urna.Validate;

namespace Urna.Web.Live;

/// <summary>Why there is no answer, as <c>application/problem+json</c> (RFC 9457).</summary>
static class Problem
{
    /// <summary>Writes it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status of HTTP.</param>
    /// <param name="findings">What is wrong, each with its code; may be empty.</param>
    public static async Task Write(HttpContext context, int status, params IEnumerable<Finding> findings)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        var told = findings.ToList();
        var problem = new JsonObject
        {
            ["type"] = told is [{ Code: var code }, ..] ? $"urn:urna:{code}" : "about:blank",
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["detail"] = told is [{ } first, ..] ? first.Expected.Length > 0 ? $"{first.Message} Expected: {first.Expected}." : first.Message : null,
            ["findings"] = JsonNode.Parse(ContractJson.Write(told.Select(FindingJson.Of))),
        };
        context.Response.Clear();
        LiveServer.Protect(context.Response);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        await context.Response.WriteAsync(problem.ToJsonString(ContractJson.Options) + "\n").ConfigureAwait(false);
    }
}
