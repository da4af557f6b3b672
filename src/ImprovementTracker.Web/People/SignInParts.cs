using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Web.Operation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ImprovementTracker.Web.People;

/// <summary>Sign-in by e-mail address and password, kept in a cookie; every page asks for it unless it says otherwise.</summary>
public static class SignInParts
{
    public const int AttemptsBeforeLockout = 5;
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    public static void AddPeople(this WebApplicationBuilder builder, DatabaseSettings database)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddDataProtection()
            .SetApplicationName("ImprovementTracker")
            .PersistKeysToFileSystem(KeyFolder(builder, database));

        services.AddScoped<PasswordCheck>();
        services.AddIdentityCore<Person>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLockout;
                options.Lockout.DefaultLockoutTimeSpan = Lockout;
            })
            .AddEntityFrameworkStores<TrackerContext>()
            .AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "tracker";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = WorkingDay;
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "back";
                options.Events.OnValidatePrincipal = CurrentActor.ValidateAsync;
            });
        services.AddCascadingAuthenticationState();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "tracker-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    // Beside the database, so that whoever backs up the one has the other, and a restart signs nobody out.
    private static DirectoryInfo KeyFolder(WebApplicationBuilder builder, DatabaseSettings database)
    {
        var named = builder.Configuration["Keys:Folder"];
        var folder = !string.IsNullOrWhiteSpace(named) ? Path.Combine(builder.Environment.ContentRootPath, named)
            : Path.Combine(Path.GetDirectoryName(database.File) ?? Home.DataFolder(builder.Environment), "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
