/** Why this file exists: the look as Mantine's theme; plain CSS uses the same colours through app.css. */
import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const viridian: MantineColorsTuple = [
  '#ECF6F2',
  '#D5EBE3',
  '#A9D6C6',
  '#74BCA5',
  '#439F85',
  '#1F846B',
  '#136B56',
  '#0E5847',
  '#0A4639',
  '#06322A',
];
const clay: MantineColorsTuple = [
  '#FCF3ED',
  '#F9E2D5',
  '#F1C2A6',
  '#E69B73',
  '#D97B4C',
  '#C25E2F',
  '#A34A22',
  '#853B1B',
  '#682E16',
  '#4A2010',
];
const dark: MantineColorsTuple = [
  '#ECEAE4',
  '#BDB9AF',
  '#A39E93',
  '#6E6A62',
  '#363834',
  '#2B2D2A',
  '#1E1F1D',
  '#191A18',
  '#121311',
  '#0E0F0D',
];

/** Mantine works out the text colour of a filled button once, from the light shade; in dark that gave white on pale green. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const isPrimary = input.color === undefined || input.color === 'viridian' || input.color === 'clay';
  if (input.variant === 'filled' && isPrimary) return { ...resolved, color: 'var(--mantine-primary-color-contrast)' };
  return resolved;
};

/** The accessible names and roles that Mantine leaves to the product. */
const components = {
  Modal: {
    defaultProps: {
      closeButtonProps: { 'aria-label': 'Close' },
      centered: true,
      attributes: { header: { role: 'presentation' } },
    },
  },
  Drawer: {
    defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, attributes: { header: { role: 'presentation' } } },
  },
  Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  Button: { defaultProps: { size: 'sm' } },
  Tooltip: { defaultProps: { openDelay: 350, withArrow: false } },
};

export const theme = createTheme({
  fontFamily: "'Geist Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Geist Mono Variable', ui-monospace, monospace",
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '30px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  colors: { viridian, clay, dark },
  primaryColor: 'viridian',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.28,
  variantColorResolver,
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components,
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#FBFAF8',
    '--mantine-color-text': '#1B1A17',
    '--mantine-color-dimmed': '#6B665C',
    '--mantine-color-placeholder': '#726C62',
    '--mantine-color-error': '#A8321F',
    '--mantine-color-default-border': '#DDD8CF',
  },
  dark: {
    '--mantine-primary-color-contrast': '#0A1F19',
    '--mantine-color-body': '#121311',
    '--mantine-color-text': '#ECEAE4',
    '--mantine-color-dimmed': '#A39E93',
    '--mantine-color-placeholder': '#8F8A80',
    '--mantine-color-error': '#F08D78',
    '--mantine-color-default': '#1B1C1A',
    '--mantine-color-default-border': '#343632',
  },
});
