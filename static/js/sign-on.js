// Who signs in elsewhere comes back to the very place that an address pointed to. A form keeps it by itself.
for (const link of document.querySelectorAll('a[href^="/sign-in/oidc"]')) {
  if (!location.hash) continue;
  const url = new URL(link.href);
  url.searchParams.set("next", (url.searchParams.get("next") ?? "/") + location.hash);
  link.href = url;
}
