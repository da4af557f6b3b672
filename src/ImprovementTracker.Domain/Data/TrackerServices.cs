using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementTracker.Domain.Data;

public static class TrackerServices
{
    /// <summary>
    /// Registers the database and every use case and read: each public class whose only constructor takes the database
    /// alone. A new one needs no line here.
    /// </summary>
    public static IServiceCollection AddTracker(this IServiceCollection services, DatabaseSettings settings, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton<IDbContextFactory<TrackerContext>>(new TrackerContextFactory(settings, clock));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContext());
        foreach (var type in UseCasesAndReads)
            services.AddSingleton(type);
        return services;
    }

    /// <summary>The classes that pages, endpoints and the command line may call.</summary>
    public static IEnumerable<Type> UseCasesAndReads => typeof(TrackerServices).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false }
            && type.GetConstructors() is [var only]
            && only.GetParameters() is [{ } parameter] && parameter.ParameterType == typeof(IDbContextFactory<TrackerContext>));
}
