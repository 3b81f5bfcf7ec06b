export interface Prediction {
  confidence: number;
  right: boolean;
}

const BINS = 10;

export interface Bin {
  from: number;
  to: number;
  count: number;
  /** Mean confidence, and the share that is right. */
  said: number;
  right: number;
}

/** The reliability table: ten bins of equal width, empty ones left out. */
export function reliability(predictions: readonly Prediction[]): Bin[] {
  const bins = Array.from({ length: BINS }, (_, i) => ({
    from: i / BINS,
    to: (i + 1) / BINS,
    count: 0,
    said: 0,
    right: 0,
  }));
  for (const { confidence, right } of predictions) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!bin) continue;
    bin.count++;
    bin.said += confidence;
    if (right) bin.right++;
  }
  return bins
    .filter(({ count }) => count > 0)
    .map((bin) => ({ ...bin, said: bin.said / bin.count, right: bin.right / bin.count }));
}

/** Expected calibration error (Naeini et al. 2015): the mean gap of the bins, each as heavy as it is full. */
export const calibrationError = (predictions: readonly Prediction[]): number =>
  reliability(predictions).reduce(
    (sum, { count, said, right }) => sum + (count * Math.abs(said - right)) / predictions.length,
    0,
  );

/** Area under the receiver's curve: how often a right one is surer than a wrong one, ties half. */
export function areaUnderCurve(predictions: readonly Prediction[]): number {
  const [right, wrong] = [predictions.filter((one) => one.right), predictions.filter((one) => !one.right)];
  let wins = 0;
  for (const a of right)
    for (const b of wrong) wins += a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0;
  return wins / (right.length * wrong.length);
}
