using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace OneSeal.Host.Access;

/// <summary>
/// Identity's tables under this project's names. The tables are made by <c>0005_access.sql</c>, not by this model; a test holds the
/// two together. Accounts are found by user name before any region is known, so their keys do not begin with the region.
/// </summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options)
    : IdentityDbContext<StaffAccount, IdentityRole<Guid>, Guid>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema("oneseal");
        builder.Entity<StaffAccount>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.DisplayName).HasMaxLength(100);
            account.Property(a => a.Region).HasMaxLength(6);
            account.Property(a => a.Organisation).HasMaxLength(200);
            account.Property(a => a.OrganisationCode).HasMaxLength(18);
            account.Property(a => a.Post).HasMaxLength(100);
            account.HasIndex(a => new { a.Region, a.NormalizedUserName });
        });
        builder.Entity<IdentityRole<Guid>>().ToTable("roles");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("account_roles").Property(r => r.UserId).HasColumnName("account_id");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims").Property(c => c.UserId).HasColumnName("account_id");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins").Property(l => l.UserId).HasColumnName("account_id");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens").Property(t => t.UserId).HasColumnName("account_id");
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.Name != "UserId"))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }
}
