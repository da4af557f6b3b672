using ImprovementTracker.Domain.People;
using ImprovementTracker.Web.People;
using Microsoft.AspNetCore.Components;

namespace ImprovementTracker.Web.Shell;

/// <summary>
/// A page that is drawn once its content is there. A component is otherwise drawn first while its data is on its way,
/// which a database in a file hides (it answers at once) and a server shows.
/// </summary>
public abstract class LoadedPage : ComponentBase
{
    private bool _isLoaded;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    // Not called Http: a page may have a parameter of that name, and no two may share one.
    [CascadingParameter]
    private HttpContext? RequestOfPage { get; set; }

    /// <summary>Who asks.</summary>
    protected Actor Actor { get; private set; } = Actor.Nobody;

    /// <summary>Ends what is being read when the browser has gone.</summary>
    protected CancellationToken Cancel => RequestOfPage?.RequestAborted ?? CancellationToken.None;

    /// <summary>
    /// A form of this page was sent. It is then drawn whatever has changed meanwhile: what was typed stays in sight.
    /// </summary>
    protected bool IsSent => RequestOfPage?.Request.HasFormContentType == true;

    /// <summary>Loads what the page shows; its parameters are set.</summary>
    protected abstract Task LoadAsync();

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_isLoaded)
        {
            Actor = await Current.GetAsync();
            await LoadAsync();
            _isLoaded = true;
        }
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
