export function ReferencePage() {
  return <p>…</p>;
}
