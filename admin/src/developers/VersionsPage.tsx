export function VersionsPage() {
  return <p>…</p>;
}
