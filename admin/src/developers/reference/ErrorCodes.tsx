import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { errorTexts } from '#schema/codes/errors/error-codes.ts';
import { useText } from '../text.ts';

/** Every code the API can answer with, and what it says in both languages. */
export function ErrorCodes({ typed }: { typed: string }) {
  const text = useText();
  const wanted = typed.trim().toLowerCase();
  const found = Object.entries(errorTexts).filter(([code, { zh, en }]) =>
    [code, zh, en].some((words) => words.toLowerCase().includes(wanted)),
  );
  return (
    <TableContainer tabIndex={0} sx={{ bgcolor: 'background.paper' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{text(['代码', 'Code'])}</TableCell>
            <TableCell>中文</TableCell>
            <TableCell>English</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {found.map(([code, { zh, en }]) => (
            <TableRow key={code}>
              <TableCell>
                <code>{code}</code>
              </TableCell>
              <TableCell lang="zh-CN">{zh}</TableCell>
              <TableCell lang="en">{en}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
