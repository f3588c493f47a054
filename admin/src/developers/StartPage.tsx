export function StartPage() {
  return <p>…</p>;
}
