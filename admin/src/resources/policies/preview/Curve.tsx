import { Box, useTheme } from '@mui/material';
import { useTranslate } from 'react-admin';
import { MoneyText } from '../../../shared/display/MoneyText.tsx';
import { formatMoney } from '../../../shared/display/money.ts';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import type { PreviewAnswer } from '../policies.graphql.ts';
import { polylineOf, shownPoints } from './curve-points.ts';

const key = 'resources.policies.preview';
const size = { width: 600, height: 220 };
const left = 8;
const bottom = 24;

/** The curve as a drawing, and the same points as a table for whoever cannot see it. */
export function Curve({ points }: { points: PreviewAnswer['curve'] }) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const last = points.at(-1);
  if (!last) return null;
  const inner = { width: size.width - left * 2, height: size.height - bottom - 16 };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box
        component="svg"
        role="img"
        aria-label={translate(`${key}.curve`)}
        viewBox={`0 0 ${size.width} ${size.height}`}
        sx={{ width: '100%', maxWidth: 720, height: 'auto' }}
      >
        <g transform={`translate(${left} 16)`}>
          <line x1={0} x2={inner.width} y1={inner.height} y2={inner.height} stroke={palette.divider} />
          <line x1={0} x2={0} y1={0} y2={inner.height} stroke={palette.divider} />
          <polyline
            points={polylineOf(points, inner)}
            fill="none"
            stroke={palette.primary.main}
            strokeWidth={2}
            strokeLinejoin="round"
          />
        </g>
        <text
          x={size.width - left}
          y={size.height - 6}
          textAnchor="end"
          fontSize={12}
          fill={palette.text.secondary}
        >
          {`${translate(`${key}.amount`)} ${formatMoney(last.amount)}`}
        </text>
        <text x={left} y={12} fontSize={12} fill={palette.text.secondary}>
          {translate(`${key}.paid`)}
        </text>
      </Box>
      <Box component="details">
        <summary>{translate(`${key}.asTable`)}</summary>
        <RowTable
          rows={shownPoints(points)}
          columns={[
            {
              key: 'amount',
              label: `${key}.amount`,
              cell: (row) => <MoneyText amount={row.amount} />,
              align: 'right',
              isName: true,
            },
            {
              key: 'paid',
              label: `${key}.paid`,
              cell: (row) => <MoneyText amount={row.paid} />,
              align: 'right',
            },
          ]}
          keyOf={({ amount }) => amount}
          label={`${key}.curve`}
          empty={`${key}.noCliffs`}
        />
      </Box>
    </Box>
  );
}
