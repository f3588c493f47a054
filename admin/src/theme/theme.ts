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
      // Keeps what is scrolled into view, such as the first invalid input, from ending up below the bars.
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
  // Text at the right of a row is as readable as the rest; the page itself shows that nothing was found.
  RaSimpleList: {
    defaultProps: { empty: null },
    styleOverrides: { root: { '& .RaSimpleList-tertiary': { opacity: 1 } } },
  },
  // Readable and in our own font: on a slow line it is all there is for a while.
  RaLoading: {
    styleOverrides: {
      root: { '& .RaLoading-message': { color: palette.text.secondary, fontFamily } },
    },
  },
  // On a phone the bottom holds a form's buttons: notifications must not cover them.
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

/** Spinners inside react-admin's buttons have no accessible name. */
const waiting = (locale: Locale): ThemeOptions['components'] => ({
  MuiCircularProgress: { defaultProps: { 'aria-label': locale === 'zh-CN' ? '正在处理' : 'Working' } },
});

/** Both languages look the same; only MUI's own texts (paging, autocomplete) differ. */
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
