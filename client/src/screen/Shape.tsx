import type { EntityType } from '../../../src/ontology.ts';

const shapes: Record<EntityType, React.JSX.Element> = {
  person: <circle cx="8" cy="8" r="6" />,
  organization: <rect x="2.6" y="2.6" width="10.8" height="10.8" rx="3" />,
  place: <rect x="3.2" y="3.2" width="9.600" height="9.600" rx="1.6" transform="rotate(45 8 8)" />,
  facility: (
    <path
      d="M8 1.700 14.300 6.300 11.900 13.700H4.100L1.700 6.300Z"
      strokeWidth="1"
      strokeLinejoin="round"
      stroke="currentColor"
    />
  ),
  event: <path d="m8 .8 2 3.700 4.200-.1L12 8l2.200 3.600-4.200-.1-2 3.700-2-3.700-4.200.1L4 8 1.800 4.400l4.200.1Z" />,
  document: <rect x="3.400" y="1.800" width="9.200" height="12.400" rx="1.8" />,
};

/** The shape and colour by which the canvas shows an entity type. Decoration: the type's name stands beside it. */
export function Shape({ type, size = 16 }: { type: EntityType; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="currentColor"
      style={{ color: `var(--${type})`, flex: 'none' }}
      aria-hidden="true"
    >
      {shapes[type]}
    </svg>
  );
}
