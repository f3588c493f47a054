/** Every text colour has a contrast of 4.5:1 on white and on the page's grey. */
export const palette = {
  mode: 'light' as const,
  primary: { main: '#1d5485', dark: '#173f63', light: '#e6eef5', contrastText: '#ffffff' },
  secondary: { main: '#173f63', dark: '#0f2c47', light: '#3d6a92', contrastText: '#ffffff' },
  error: { main: '#b3261e' },
  warning: { main: '#8a5200' },
  success: { main: '#24693a' },
  info: { main: '#1b6583' },
  text: { primary: '#1b2530', secondary: '#4c5965' },
  divider: '#d5dce2',
  background: { default: '#f3f5f7', paper: '#ffffff' },
};

/** The system's Chinese fonts: a web font would cost megabytes on a slow line. */
export const fontFamily = [
  '-apple-system',
  '"Segoe UI"',
  '"HarmonyOS Sans SC"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  '"Source Han Sans SC"',
  'sans-serif',
].join(',');
