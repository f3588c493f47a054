interface Point {
  readonly amount: string;
  readonly paid: string;
}

/** Amounts become numbers for the drawing alone, where a fen is less than a pixel. */
const place = (amount: string): number => Number(amount);

/** Where each point lies in a drawing of a size, the lowest amount left and the highest payout at the top. */
export function polylineOf(
  points: readonly Point[],
  { width, height }: { width: number; height: number },
): string {
  const widest = Math.max(...points.map(({ amount }) => place(amount)), 1);
  const highest = Math.max(...points.map(({ paid }) => place(paid)), 1);
  return points
    .map(({ amount, paid }) => {
      const x = (place(amount) / widest) * width;
      const y = height - (place(paid) / highest) * height;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

/** Those that a table needs: both ends, and where the curve does not run on as before. */
export function shownPoints<P extends Point>(points: readonly P[]): P[] {
  const slope = (from: P, to: P) =>
    (place(to.paid) - place(from.paid)) / Math.max(place(to.amount) - place(from.amount), 0.01);
  return points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    return !before || !after || Math.abs(slope(before, point) - slope(point, after)) > 0.001;
  });
}
