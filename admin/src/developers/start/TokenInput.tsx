import { TextField } from '@mui/material';
import { useText } from '../text.ts';
import { holdToken, useHeldToken } from './token.ts';

/**
 * To see what a token sees; also the only way to run own queries where browser sessions may send only known operations.
 */
export function TokenInput() {
  const text = useText();
  const token = useHeldToken();
  return (
    <TextField
      type="password"
      autoComplete="off"
      label={text(['以令牌的身份（可不填）', 'Ask as a token (optional)'])}
      value={token}
      onChange={(event) => holdToken(event.target.value)}
      sx={{ maxWidth: 300, m: 0 }}
    />
  );
}
