using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OneSeal.Sdk;

/// <summary>
/// The JSON Schema of a form's record: what the interface draws and what a filled-in form is checked against. It is data, so that a case
/// can be read and checked when its module is not loaded.
/// </summary>
/// <remarks>
/// Beside the standard keywords it has <c>x-unit</c>, <c>x-amount</c> (money, shown with separators), <c>x-group</c>, <c>x-multiline</c>,
/// <c>x-labels</c> (Chinese names of an enumeration's values), <c>x-when</c> (<c>field</c>, and <c>in</c>: the answers to it for which this
/// field is asked; <c>optional</c> if it may be empty even then) and the formats <c>date</c>, <c>address</c>, <c>social-credit-code</c>,
/// <c>citizen-number</c>. A member that may be null (<c>string?</c>), or has a default, may be left out; any other is required. Fields
/// are drawn in the order of the record, groups in the order in which each first appears.
/// </remarks>
public sealed class FormSchema
{
    private FormSchema(JsonObject document) => Document = document;

    /// <summary>The schema.</summary>
    public JsonObject Document { get; }

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatCannotBeNull } },
    };

    /// <summary>The schema of a record.</summary>
    /// <typeparam name="TForm">The record.</typeparam>
    public static FormSchema Of<TForm>() where TForm : class =>
        new((JsonObject)Json.GetJsonSchemaAsNode(typeof(TForm), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Describe,
        }));

    /// <summary>A schema that was kept.</summary>
    /// <param name="document">What <see cref="Document"/> gave.</param>
    public static FormSchema From(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document);
    }

    /// <summary>Checks a filled-in form.</summary>
    /// <param name="form">The form as it came.</param>
    /// <returns>Every fault, with the path of its field; empty for a form without faults.</returns>
    public IReadOnlyList<FormFault> Check(JsonElement form) => FormCheck.Check(Document, form);

    /// <summary>
    /// The members, and the values to choose from, that have no label, as paths; a form that has any is refused at registration.
    /// </summary>
    internal IEnumerable<string> Unlabelled() => Unlabelled(Document, "");

    /// <summary>What is wrong with when its fields are asked; a form that has any such problem is refused at registration.</summary>
    internal IEnumerable<string> Misasked() => FormQuestion.Problems(Document);

    private static IEnumerable<string> Unlabelled(JsonObject node, string path)
    {
        if (node["items"] is JsonObject items)
        {
            foreach (var inner in Unlabelled(items, path + "[]")) yield return inner;
        }

        foreach (var (value, label) in node["x-labels"] as JsonObject ?? [])
        {
            if (string.IsNullOrWhiteSpace(label?.GetValue<string>())) yield return $"{path}={value}";
        }

        if (node["properties"] is not JsonObject properties) yield break;
        foreach (var (name, child) in properties)
        {
            if (child is not JsonObject field) continue;
            var fieldPath = path.Length == 0 ? name : path + "." + name;
            if (field["title"] is null) yield return fieldPath;
            foreach (var inner in Unlabelled(field, fieldPath)) yield return inner;
        }
    }

    private static void RequireWhatCannotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }) property.IsRequired = true;
        }
    }

    // The exporter lists every member of the constructor that has no default.
    private static void RequireOnly(JsonObject schema, IEnumerable<JsonPropertyInfo> required)
    {
        schema.Remove("required");
        var names = new JsonArray([.. required.Select(p => (JsonNode)p.Name)]);
        if (names.Count > 0) schema["required"] = names;
    }

    private static JsonObject Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = node as JsonObject ?? [];
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(DateOnly)) schema["format"] = "date";
        if (type == typeof(SocialCreditCode)) MakeString(schema, "social-credit-code");
        if (type == typeof(CitizenNumber)) MakeString(schema, "citizen-number");
        if (type.IsEnum) schema["x-labels"] = LabelsOf(type);
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object) RequireOnly(schema, context.TypeInfo.Properties.Where(p => p.IsRequired));
        if (context.PropertyInfo is not { } property) return schema;

        if (Attribute<FieldAttribute>(property) is { } field)
        {
            schema["title"] = field.Label;
            if (field.Hint.Length > 0) schema["description"] = field.Hint;
            if (field.Unit.Length > 0) schema["x-unit"] = field.Unit;
            if (field.Group.Length > 0) schema["x-group"] = field.Group;
            if (type == typeof(decimal) && (field.Unit is "元" or "万元")) schema["x-amount"] = true;
            if (field.Multiline) schema["x-multiline"] = true;
            if (field.Address) schema["format"] = "address";
        }

        if (Attribute<AskedWhenAttribute>(property) is { } asked) schema["x-when"] = FormQuestion.Of(asked);
        if (Attribute<RangeAttribute>(property) is { } range)
        {
            schema["minimum"] = Convert.ToDecimal(range.Minimum, CultureInfo.InvariantCulture);
            schema["maximum"] = Convert.ToDecimal(range.Maximum, CultureInfo.InvariantCulture);
        }

        var isList = type != typeof(string) && schema["items"] is not null;
        if (Attribute<StringLengthAttribute>(property) is { } length)
        {
            if (length.MinimumLength > 0) schema["minLength"] = length.MinimumLength;
            schema["maxLength"] = length.MaximumLength;
        }

        if (Attribute<MinLengthAttribute>(property) is { } least) schema[isList ? "minItems" : "minLength"] = least.Length;
        if (Attribute<MaxLengthAttribute>(property) is { } most) schema[isList ? "maxItems" : "maxLength"] = most.Length;
        if (Attribute<RegularExpressionAttribute>(property) is { } pattern) schema["pattern"] = $"^(?:{pattern.Pattern})$";
        return schema;
    }

    private static void MakeString(JsonObject schema, string format)
    {
        schema["type"] = "string";
        schema["format"] = format;
    }

    private static JsonObject LabelsOf(Type type) => new(Enum.GetNames(type).Select(name => KeyValuePair.Create(
        JsonNamingPolicy.KebabCaseLower.ConvertName(name),
        (JsonNode?)(type.GetField(name)!.GetCustomAttribute<FieldAttribute>()?.Label ?? ""))));

    private static T? Attribute<T>(JsonPropertyInfo property) where T : Attribute =>
        (T?)(property.AttributeProvider?.GetCustomAttributes(typeof(T), true).FirstOrDefault()
            ?? property.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(typeof(T), true).FirstOrDefault());
}
