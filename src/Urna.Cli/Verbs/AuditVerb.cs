using System.CommandLine;

namespace Urna.Cli.Verbs;

/// <summary><c>urna audit</c>: does the count look as counts look, and how much paper would confirm it?</summary>
static class AuditVerb
{
    public static Command Command() => new("audit")
    {
        AuditForensicsVerb.Command(),
        AuditPlanVerb.Command(),
        AuditAssessVerb.Command(),
    };
}
