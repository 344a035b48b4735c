using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Urna.Allocate.Account;
using Urna.Contract;
using Urna.Model;
using Urna.Tests.Cli;
using Urna.Tests.Golden;

namespace Urna.Tests.Contract;

/// <summary>The shapes of answers are a promise: explicit, written and read, and changed only on purpose.</summary>
public class ContractTests
{
    /// <summary>The answers, by the verb that gives them.</summary>
    static readonly Dictionary<string, Type> answers = new()
    {
        ["audit-assess"] = typeof(AuditAssessJson),
        ["audit-forensics"] = typeof(ForensicsJson),
        ["audit-plan"] = typeof(AuditPlanJson),
        ["claims"] = typeof(IEnumerable<ClaimJson>),
        ["claims-check"] = typeof(CheckJson),
        ["claims-since"] = typeof(IEnumerable<ClaimChangeJson>),
        ["claims-suggest"] = typeof(IEnumerable<DraftJson>),
        ["count"] = typeof(IEnumerable<CountJson>),
        ["diff"] = typeof(IEnumerable<DifferenceJson>),
        ["finding"] = typeof(FindingJson),
        ["history"] = typeof(IEnumerable<HistoryJson>),
        ["infer"] = typeof(TransferJson),
        ["night"] = typeof(NightJson),
        ["night-replay"] = typeof(IEnumerable<ReplayJson>),
        ["power"] = typeof(IEnumerable<PowerJson>),
        ["power-coalition"] = typeof(IEnumerable<PowerJson.Check>),
        ["power-passes"] = typeof(IEnumerable<PowerJson.Passing>),
        ["quorums"] = typeof(QuorumsJson),
        ["rule"] = typeof(RuleJson),
        ["rule-list"] = typeof(IEnumerable<LawCardJson>),
        ["rule-steps"] = typeof(IEnumerable<LawStepJson>),
        ["seats"] = typeof(SeatsJson),
        ["whatif"] = typeof(IEnumerable<WhatIfJson>),
        ["why"] = typeof(IEnumerable<FigureSourceJson>),
    };

    public static TheoryData<string> Answers => [.. answers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The committed schema is the one of the shapes: a field that goes, or changes its kind, fails here.</summary>
    [Theory]
    [MemberData(nameof(Answers))]
    public void Schema_OfAnAnswer_IsTheCommittedOne(string answer)
    {
        var schema = ContractSchema.Of(answers[answer]);
        GoldenFile.Matches(schema.ToJsonString(new JsonSerializerOptions(ContractJson.Options)) + "\n", Path.Combine("..", "..", "..", "schemas", "answers", $"{answer}.schema.json"));
    }

    /// <summary>No record of the program's inside is in an answer: whatever a shape holds is a shape of the contract, or plain.</summary>
    [Fact]
    public void Shapes_HoldNothingButShapes()
    {
        var seen = new HashSet<Type>();
        foreach (var type in answers.Values)
        {
            Visit(type, seen);
        }

        Assert.DoesNotContain(seen, t => t.Namespace?.StartsWith("Urna", StringComparison.Ordinal) == true && t.Namespace != "Urna.Contract" && t != typeof(Urna.Numerics.Fraction));
        Assert.DoesNotContain(seen, t => t.IsEnum);
    }

    /// <summary>Whatever a verb answers, one or several: no answer is of a type that the writer does not know.</summary>
    [Theory]
    [MemberData(nameof(Answers))]
    public void Shape_OfAnAnswer_IsKnownAloneAndInAList(string answer)
    {
        var shape = answers[answer] is { IsGenericType: true } list ? list.GetGenericArguments()[0] : answers[answer];

        Assert.True(ContractJson.Options.TryGetTypeInfo(shape, out _));
        Assert.True(ContractJson.Options.TryGetTypeInfo(typeof(IEnumerable<>).MakeGenericType(shape), out _));
    }

    /// <summary>Every kind of step has a shape of its own, with all that the step tells.</summary>
    [Fact]
    public void Steps_AllHaveTheirShape()
    {
        var shapes = typeof(StepJson).GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(a => (string)a.TypeDiscriminator!, a => a.DerivedType);
        var steps = typeof(AllocationStep).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(AllocationStep)) && !t.IsAbstract).ToList();
        Assert.Equal(steps.Select(Spell).Order(StringComparer.Ordinal), shapes.Keys.Order(StringComparer.Ordinal));
        Assert.All(steps, step => Assert.Equal(Names(step), Names(shapes[Spell(step)])));
    }

    /// <summary>What a program reads of an answer and writes again is the answer.</summary>
    [Theory]
    [InlineData("seats", "seats elections/cl-2021 --contest deputies --explain --margins --indices --format json")]
    [InlineData("seats", "seats elections/cl-2021 --contest convention --explain --format json")]
    [InlineData("count", "count elections/cl-2021 --contest president-1 --format json")]
    [InlineData("power", "power elections/cl-2021 --format json")]
    [InlineData("power-passes", "power elections/cl-2021 --passes --format json")]
    [InlineData("infer", "infer elections/cl-2021 --from president-1 --to president-2 --format json")]
    [InlineData("claims", "claims elections/cl-2021/claims.yaml --format json")]
    [InlineData("audit-plan", "audit plan elections/cl-2021 --contest president-2 --method batch-comparison --seed 41 --format json")]
    [InlineData("audit-forensics", "audit forensics elections/cl-2021 --contest president-1 --format json")]
    [InlineData("history", "history elections --measure closest --measure seats --of right --format json")]
    [InlineData("rule", "rule show convention-2021 --format json")]
    [InlineData("quorums", "rule show quorums --format json")]
    [InlineData("rule-list", "rule list --format json")]
    public void Answer_ReadAndWritten_IsTheSame(string answer, string command)
    {
        var told = UrnaCommand.Run(command.Split(' ')).Output;
        var read = JsonSerializer.Deserialize(told, answers[answer], ContractJson.Options);
        Assert.Equal(told.TrimEnd(), JsonSerializer.Serialize(read, answers[answer], ContractJson.Options));
    }

    /// <summary>Also the steps that no shipped election has, with fractions that no decimal tells.</summary>
    [Fact]
    public void Steps_ReadAndWritten_AreTheSame()
    {
        foreach (var shape in typeof(StepJson).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType))
        {
            var step = (StepJson)Sample(shape);
            typeof(StepJson).GetProperty(nameof(StepJson.Article))!.SetValue(step, "art. 1");
            var told = JsonSerializer.Serialize(step, ContractJson.Options);
            Assert.Equal(told, JsonSerializer.Serialize(JsonSerializer.Deserialize<StepJson>(told, ContractJson.Options)!, ContractJson.Options));
            Assert.DoesNotContain("numerator", told.Replace("\"numerator\": 7", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    static object Sample(Type type) =>
        type == typeof(string) ? "x" : type == typeof(double) ? 1.5 : type == typeof(bool) ? true
        : type == typeof(Urna.Numerics.Fraction) ? new Urna.Numerics.Fraction(1, 3)
        : type == typeof(Int128) ? (Int128)7
        : Nullable.GetUnderlyingType(type) is { } plain ? Sample(plain)
        : type.IsPrimitive ? Convert.ChangeType(7, type, System.Globalization.CultureInfo.InvariantCulture)
        : type.IsGenericType ? ArrayOf(type.GetGenericArguments()[0])
        : type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.Invoke([.. type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Select(p => Sample(p.ParameterType))]);

    static Array ArrayOf(Type element)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Sample(element), 0);
        return array;
    }

    static string Spell(Type step) => Spelling.Kebab(step.Name);

    static IEnumerable<string> Names(Type type) =>
        type.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => p.Name).Order(StringComparer.Ordinal);

    static void Visit(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        foreach (var inner in type.GetGenericArguments().Concat(type.GetElementType() is { } element ? [element] : []))
        {
            Visit(inner, seen);
        }

        if (type.Namespace == "Urna.Contract")
        {
            foreach (var derived in type.GetCustomAttributes<JsonDerivedTypeAttribute>())
            {
                Visit(derived.DerivedType, seen);
            }

            foreach (var property in type.GetProperties().Where(p => p.Name != "EqualityContract"))
            {
                Visit(property.PropertyType, seen);
            }
        }
    }
}
