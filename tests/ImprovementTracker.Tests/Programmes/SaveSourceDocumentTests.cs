using FluentValidation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Programmes;

public sealed class SaveSourceDocumentTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _programme = await TestProgramme.CreateAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private static SaveSourceDocument.Input Letter() => new()
    {
        Programme = TestProgramme.Slug,
        Document = new() { Title = "Letter to the director", Publisher = "Ofsted", Published = "29 October 2009", Address = "https://www.example.org/letter", Attribution = "Crown copyright 2009" },
    };

    private Task<int> SaveAsync(SaveSourceDocument.Input input) => new SaveSourceDocument(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), input, Never);

    private async Task<ProgrammeSetup.DocumentLine> OnlyAsync() =>
        Assert.Single((await new ProgrammeSetup(_database).LoadAsync(_programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never)).Documents);

    [Fact]
    public async Task A_document_is_added_once_and_its_title_put_right_later()
    {
        var input = Letter();
        var id = await SaveAsync(input);
        Assert.Equal(id, await SaveAsync(input));
        Assert.Equal(new ProgrammeSetup.DocumentLine(id, "Letter to the director", "Ofsted", KnownDate.On(2009, 10, 29), "https://www.example.org/letter", "Crown copyright 2009"), await OnlyAsync());

        var opened = SaveSourceDocument.Input.Of(id, "Letter to the director", "Ofsted", KnownDate.On(2009, 10, 29), "https://www.example.org/letter", "Crown copyright 2009");
        SaveSourceDocument.Input Say(string title) => new() { Programme = TestProgramme.Slug, Id = id, Seen = opened.Seen, Document = new() { Title = title, Publisher = "Ofsted", Published = "October 2009" } };
        await SaveAsync(Say("Letter of 29 October 2009"));
        Assert.Equal(new ProgrammeSetup.DocumentLine(id, "Letter of 29 October 2009", "Ofsted", KnownDate.In(2009, 10), null, null), await OnlyAsync());

        // Somebody who had opened the form before must see that first.
        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(Say("Letter of October 2009")));
        Assert.Equal("Letter of 29 October 2009", Assert.IsType<SaveSourceDocument.Input>(error.AsItStands).Document.Title);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("www.example.org/letter")]
    [InlineData("file:///etc/letter")]
    public async Task Only_a_web_address_becomes_a_link(string address)
    {
        var input = Letter();
        input.Document.Address = address;

        var error = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(input));

        Assert.Equal(("Document.Address", "Type an address that begins with https:// or http://."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
    }

    [Fact]
    public async Task A_document_of_another_programme_is_not_found() =>
        await Assert.ThrowsAsync<NotFound>(() => SaveAsync(new() { Programme = TestProgramme.Slug, Id = 77, Document = Letter().Document }));
}
