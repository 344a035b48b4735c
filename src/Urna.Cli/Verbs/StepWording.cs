using Urna.Allocate;
using Urna.Model;

namespace Urna.Cli.Verbs;

static class StepWording
{
    public static string Of(AllocationStep step, Language language) => $"{step} {language}";

    public static string Of(Basis basis, Language language) => $"{basis} {language}";
}
