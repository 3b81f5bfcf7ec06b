/** A killed process is known by its lease that nobody renewed, in seconds. */
export const LEASE = 30;
