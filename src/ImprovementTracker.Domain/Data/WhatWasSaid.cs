using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ImprovementTracker.Domain.Data;

/// <summary>
/// The fingerprint of what a person filled in. A browser's Back button brings a form back with the mark of its first
/// sending; corrected and sent again it must not be taken for that one.
/// </summary>
public static class WhatWasSaid
{
    /// <summary>Characters of a fingerprint.</summary>
    public const int Length = 64;

    // What a form carries unseen differs when the page was loaded afresh after an answer that got lost.
    private static readonly string[] Unseen = [nameof(ISentOnce.Submission), "Version", "Seen"];

    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveUnseenOut } },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(ISentOnce form) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form, form.GetType(), Options)));

    private static void LeaveUnseenOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => Unseen.Contains(property.Name)).ToList())
            type.Properties.Remove(property);
    }
}
