import { ActionIcon, NativeSelect, Popover, Stack } from '@mantine/core';
import { dateHues } from '../canvas/dress.ts';
import { useExplorer } from '../explorer.ts';
import type { COLOURINGS, LAYOUTS, SIZINGS } from '../state/viewState.ts';
import { icons } from './icons.tsx';

type Words<T extends string> = readonly { value: T; label: string }[];

const LAYOUT_WORDS: Words<(typeof LAYOUTS)[number]> = [
  { value: 'force', label: 'By relations' },
  { value: 'circle', label: 'In a circle' },
  { value: 'community', label: 'By community' },
  { value: 'time', label: 'By time, from left to right' },
];
const COLOUR_WORDS: Words<(typeof COLOURINGS)[number]> = [
  { value: 'type', label: 'Type' },
  { value: 'community', label: 'Community' },
  { value: 'date', label: 'Date' },
];
const SIZE_WORDS: Words<(typeof SIZINGS)[number]> = [
  { value: 'degree', label: 'Relations' },
  { value: 'pagerank', label: 'Rank' },
  { value: 'mentions', label: 'Mentions' },
];

/** Where nodes stand, and what their colours and sizes mean. */
export function LookMenu() {
  const { stage, view } = useExplorer();
  const { layout, color, size } = view;
  const [old, young] = dateHues(stage.painter.palette);
  return (
    <Popover position="left-end" shadow="md" width={230} withinPortal={false} trapFocus>
      <Popover.Target>
        <ActionIcon size={36} variant="default" radius="md" aria-label="Layout, colours and sizes">
          {icons.look}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Layout, colours and sizes">
        <Stack gap="xs">
          <Choice
            label="Layout"
            value={layout}
            words={LAYOUT_WORDS}
            choose={(value) => view.change({ layout: value })}
          />
          <Choice label="Colour" value={color} words={COLOUR_WORDS} choose={(value) => view.change({ color: value })} />
          {color === 'date' && (
            <div
              role="img"
              aria-label="From the earliest to the latest day on which an article tells of it"
              title="From the earliest to the latest day on which an article tells of it"
              style={{ height: 8, borderRadius: 4, background: `linear-gradient(to right, ${old}, ${young})` }}
            />
          )}
          <Choice label="Size" value={size} words={SIZE_WORDS} choose={(value) => view.change({ size: value })} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  words: Words<T>;
  choose(value: T): void;
}

function Choice<T extends string>({ label, value, words, choose }: ChoiceProps<T>) {
  return (
    <NativeSelect
      label={label}
      size="xs"
      value={value}
      data={[...words]}
      onChange={({ currentTarget }) => {
        const chosen = words.find((word) => word.value === currentTarget.value);
        if (chosen) choose(chosen.value);
      }}
    />
  );
}
