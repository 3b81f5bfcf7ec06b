import type { ReactNode } from 'react';

/** Line icons on a 20 × 20 grid; decoration only, their buttons carry the names. */
const icon = (drawing: ReactNode) => (
  <svg
    width="1.15em"
    height="1.15em"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {drawing}
  </svg>
);

export const icons = {
  look: icon(<path d="M5 4.500v11M10 4.500v11M15 4.500v11M3.300 12.500h3.400M8.300 7h3.400M13.300 11h3.400" />),
  rectangle: icon(<path d="M4 7V4h3M13 4h3v3M16 13v3h-3M7 16H4v-3M9 4h2M9 16h2M4 9v2M16 9v2" />),
  lasso: icon(
    <path d="M7.500 13.200C4.900 12.700 3 11 3 8.800 3 6 6.100 3.800 10 3.800s7 2.200 7 5-3.100 5-7 5a10 10 0 0 1-2.500-.6Zm0 0c1.300.6 1.700 1.700.9 2.500-.7.7-2 .8-2.900.5" />,
  ),
  search: icon(<path d="M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm4.3-1.7L17.5 17.5" />),
  add: icon(<path d="M10 4v12M4 10h12" />),
  close: icon(<path d="m5 5 10 10M15 5 5 15" />),
  back: icon(<path d="M12.5 4.5 7 10l5.5 5.5" />),
  download: icon(<path d="M10 3v9m-3.7-3.5L10 12.2l3.7-3.7M4 16.5h12" />),
  sun: icon(
    <path d="M10 13.3a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6ZM10 2v1.6m0 12.8V18M2 10h1.6m12.8 0H18M4.3 4.3l1.2 1.2m9 9 1.2 1.2m0-11.4-1.2 1.2m-9 9-1.2 1.2" />,
  ),
  moon: icon(<path d="M16.5 11.6A6.8 6.8 0 0 1 8.4 3.5a6.8 6.8 0 1 0 8.1 8.1Z" />),
  keyboard: icon(<path d="M2.5 5.5h15v9h-15zM5.5 8.3h.1m2.9 0h.1m2.9 0h.1m2.9 0h.1M6.5 11.7h7" />),
  filter: icon(<path d="M3 5h14M5.8 10h8.4M8.5 15h3" />),
  fit: icon(<path d="M3.5 7V3.5H7m6 0h3.5V7m0 6v3.5H13m-6 0H3.5V13" />),
  minus: icon(<path d="M4.5 10h11" />),
  play: icon(<path d="M6.5 4.2v11.6l9-5.8z" />),
  stop: icon(<path d="M5.5 5.5h9v9h-9z" />),
  expand: icon(
    <path d="M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8.4 8.6 4.8 5m6.8 3.6L15.2 5M8.4 11.4 4.8 15m6.8-3.6 3.6 3.6" />,
  ),
  pin: icon(<path d="M7 3.5h6M8 3.5v4.7L5.5 11.5h9L12 8.2V3.5M10 11.5V17" />),
  hide: icon(
    <path d="M3 3l14 14M8.2 4.6A8 8 0 0 1 10 4.4c4 0 6.6 3.5 7.5 5.6a11 11 0 0 1-2 2.9m-3 2a7 7 0 0 1-2.5.7c-4 0-6.600-3.500-7.500-5.600a11 11 0 0 1 2.700-3.500" />,
  ),
  undo: icon(<path d="M7 4 3.500 7.500 7 11M4 7.500h7.500a4.500 4.500 0 0 1 0 9H8" />),
  redo: icon(<path d="m13 4 3.500 3.500L13 11m3-3.500H8.500a4.500 4.500 0 0 0 0 9H12" />),
  graph: icon(
    <path d="M5 6.500a2 2 0 1 0 0-.1m10.500 1.100a2 2 0 1 0 0-.1M8.500 15.500a2 2 0 1 0 0-.1M7 7l6.500.500M6 8l3.500 6M14.500 9l-3 5" />,
  ),
  table: icon(<path d="M3 4h14v12H3zM3 8h14M3 12h14M8 8v8" />),
  bookmark: icon(<path d="M6 3.500h8v13l-4-3-4 3z" />),
  link: icon(
    <path d="M8.500 11.500a3 3 0 0 0 4.300 0l2.500-2.500a3 3 0 0 0-4.300-4.300l-1 1m1.500 2.800a3 3 0 0 0-4.300 0L4.700 11a3 3 0 0 0 4.300 4.300l1-1" />,
  ),
  clock: icon(<path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.800 1.800" />),
  right: icon(<path d="M4 10h12m-4-4 4 4-4 4" />),
  left: icon(<path d="M16 10H4m4-4-4 4 4 4" />),
  both: icon(<path d="M3.500 10h13M6.500 7l-3 3 3 3m7-6 3 3-3 3" />),
  article: icon(<path d="M4.500 3.500h11v13h-11zM7.500 7h5m-5 3h5m-5 3h3" />),
  outside: icon(<path d="M8 4.500H4.500v11h11V12M11.500 3.500h5v5m0-5-7 7" />),
};
