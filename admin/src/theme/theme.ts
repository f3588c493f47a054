import { zhCN } from '@mui/material/locale';
import type { Theme, ThemeOptions } from '@mui/material/styles';
import { defaultTheme } from 'react-admin';
import type { Locale } from '../i18n/locale.ts';
import { fontFamily, palette } from './palette.ts';

const flatPaper = { elevation: 0, variant: 'outlined' as const };

const components: ThemeOptions['components'] = {
  ...defaultTheme.components,
  MuiCssBaseline: {
    styleOverrides: {
      table: { fontVariantNumeric: 'tabular-nums' },
      // What is brought into sight, such as the first input that is wrong, does not end up below the bars.
      html: { scrollPaddingTop: 72, scrollPaddingBottom: 80 },
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: { root: { textTransform: 'none' } },
  },
  MuiCard: { defaultProps: flatPaper },
  MuiTab: { styleOverrides: { root: { textTransform: 'none', minHeight: 44 } } },
  MuiTableCell: {
    styleOverrides: {
      sizeSmall: { padding: '6px 12px', height: 40 },
      head: { fontWeight: 600, backgroundColor: '#eef2f5', whiteSpace: 'nowrap' },
    },
  },
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiListItemText: { styleOverrides: { root: { overflowWrap: 'anywhere' } } },
  // What stands at the right of a row is as legible as the rest; that nothing is found the list's page says itself.
  RaSimpleList: {
    defaultProps: { empty: null },
    styleOverrides: { root: { '& .RaSimpleList-tertiary': { opacity: 1 } } },
  },
  // As legible as the rest, in our own letters: on a slow line it is all there is to read for a while.
  RaLoading: {
    styleOverrides: {
      root: { '& .RaLoading-message': { color: palette.text.secondary, fontFamily } },
    },
  },
  // At the bottom of a phone stand the buttons of a form: what is wrong with it must not lie over them.
  RaNotification: {
    styleOverrides: {
      root: ({ theme }: { theme: Theme }) => ({
        [theme.breakpoints.down('sm')]: { top: theme.spacing(7), bottom: 'auto' },
      }),
    },
  },
  MuiTooltip: { styleOverrides: { tooltip: { fontSize: 13 } } },
  MuiLink: { defaultProps: { underline: 'hover' } },
  RaToolbar: {
    styleOverrides: {
      root: {
        '&.RaToolbar-desktopToolbar': { backgroundColor: 'transparent', borderTop: '1px solid #d5dce2' },
      },
    },
  },
  MuiAppBar: { defaultProps: { elevation: 0 } },
};

/** Spinners inside of react-admin's buttons have no name of their own. */
const waiting = (locale: Locale): ThemeOptions['components'] => ({
  MuiCircularProgress: { defaultProps: { 'aria-label': locale === 'zh-CN' ? '正在处理' : 'Working' } },
});

/** Looks are the same in both languages; only MUI's own words (paging, autocomplete) differ. */
export const themeFor = (locale: Locale): ThemeOptions => ({
  ...defaultTheme,
  ...(locale === 'zh-CN' ? zhCN : {}),
  palette,
  shape: { borderRadius: 4 },
  sidebar: { width: 200, closedWidth: 56 },
  typography: {
    fontFamily,
    fontSize: 14,
    h1: { fontSize: '1.5rem', fontWeight: 600 },
    h2: { fontSize: '1.25rem', fontWeight: 600 },
    h3: { fontSize: '1.125rem', fontWeight: 600 },
    h4: { fontSize: '1.125rem', fontWeight: 600 },
    h5: { fontSize: '1rem', fontWeight: 600 },
    h6: { fontSize: '1.0625rem', fontWeight: 600 },
    overline: { textTransform: 'none', letterSpacing: 0, fontSize: '0.8125rem', lineHeight: 1.6 },
  },
  components: { ...(locale === 'zh-CN' ? zhCN.components : {}), ...components, ...waiting(locale) },
});
