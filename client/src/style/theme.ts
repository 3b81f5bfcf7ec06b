import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple, Modal } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#f3f2ee',
  '#e2e1dc',
  '#c6c6c3',
  '#a3a5a8',
  '#7c8087',
  '#565c67',
  '#3d424b',
  '#2a2e35',
  '#1b1e23',
  '#101215',
];

/** Mantine's dark surfaces, in the tones of tokens.css. */
const dark: MantineColorsTuple = [
  '#eceae5',
  '#cfd2d7',
  '#a9aeb8',
  '#747b87',
  '#3a414b',
  '#2f353e',
  '#242931',
  '#1b1f25',
  '#13161a',
  '#0d0f12',
];

export const theme = createTheme({
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      vars: (_, { variant = 'filled' }) => ({
        root:
          variant === 'filled'
            ? {
                '--button-bg': 'var(--ink)',
                '--button-hover': 'color-mix(in srgb, var(--ink) 86%, var(--surface))',
                '--button-color': 'var(--surface)',
              }
            : {},
      }),
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 120 }, radius: 'lg' },
      styles: { title: { fontFamily: 'var(--serif)', fontSize: 22, fontWeight: 600 } },
    }),
  },
});

/** Mantine's own surfaces take their colours from tokens.css. */
export const cssVariables: CSSVariablesResolver = () => {
  const variables = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-default-border': 'var(--rule)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--raised)',
    '--mantine-color-error': 'var(--negated)',
  };
  return { variables: {}, light: variables, dark: variables };
};
