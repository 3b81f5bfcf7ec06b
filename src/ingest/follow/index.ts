/** Feeds, read again and again. */
export { type Clock, clock } from './clock.ts';
export { type FollowOptions, follow, type Look } from './follow.ts';
