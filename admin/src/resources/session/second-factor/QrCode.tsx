import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { encode } from 'uqr';

/** Authenticator apps expect a margin of four modules. */
const margin = 4;

/** Drawn in the browser: an image from a server could be cached on the way. */
export function QrCode({ text }: { text: string }) {
  const translate = useTranslate();
  const { data, size } = encode(text, { border: margin });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <Box
      component="svg"
      role="img"
      aria-label={translate('resources.session.secondFactor.enrol.qr')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      sx={{ width: 200, maxWidth: '100%', bgcolor: '#fff', display: 'block', my: 1, mx: 'auto' }}
    >
      <path d={dark.join('')} fill="#000" />
    </Box>
  );
}
