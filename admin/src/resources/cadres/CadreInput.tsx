import { Alert, Box, Typography } from '@mui/material';
import {
  AutocompleteInput,
  FormDataConsumer,
  type RaRecord,
  ReferenceInput,
  useGetOne,
  useRecordContext,
  useTranslate,
  type Validator,
} from 'react-admin';
import { LoadBar } from './LoadBar.tsx';
import { useLoadRule } from './useLoadLimit.ts';

interface CadreInputProps {
  source: string;
  label: string;
  countyCode: string | undefined;
  validate?: Validator;
  /** A cadre to leave out, such as the one who leaves. */
  without?: string;
  /** Households that the chosen cadre would get. */
  adding: number;
}

const workplaceOf = (cadre: RaRecord) =>
  [cadre.organization?.name, cadre.jobTitle].filter(Boolean).join(' ') || cadre.division?.name;

function CadreOption() {
  const cadre = useRecordContext();
  if (!cadre) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, width: '100%' }}>
      <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>
        <Typography component="span">{cadre.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {workplaceOf(cadre)}
        </Typography>
      </Box>
      <Box sx={{ flex: '0 1 140px' }}>
        <LoadBar load={cadre.load} countyCode={cadre.countyCode} />
      </Box>
    </Box>
  );
}

interface LoadHintProps {
  id: string;
  countyCode: string | undefined;
  adding: number;
}

/** Shows the cadre's households now and after, against the county's limit, before sending; the server decides. */
function LoadHint({ id, countyCode, adding }: LoadHintProps) {
  const translate = useTranslate();
  const rule = useLoadRule(countyCode);
  const { data: cadre } = useGetOne('cadres', { id });
  if (!cadre) return null;
  const after = cadre.load + adding;
  const isOver = rule !== undefined && after > rule.maxLoad;
  const words = { name: cadre.name, load: cadre.load, after, max: rule?.maxLoad ?? '—' };
  return (
    <Alert severity={isOver ? 'warning' : 'info'} icon={false} role="status" sx={{ mb: 1, py: 0 }}>
      {translate('resources.cadres.load.after', words)}
      {isOver && ` ${translate(`resources.cadres.load.over.${rule.loadPolicy}`)}`}
    </Alert>
  );
}

const option = <CadreOption />;
const inputText = (cadre: RaRecord) => [cadre.name, workplaceOf(cadre)].filter(Boolean).join(' · ');
const toQuery = (search: string) => ({ search });
const anyOfThem = () => true;

/** A cadre in post, found by name or initials, shown with the number of their households. */
export function CadreInput({ source, label, countyCode, validate, without, adding }: CadreInputProps) {
  return (
    <>
      <ReferenceInput
        source={source}
        reference="cadres"
        filter={{ status: ['ACTIVE'], divisionCode: countyCode }}
        sort={{ field: 'name', order: 'ASC' }}
        perPage={25}
      >
        <AutocompleteInput
          label={label}
          validate={validate}
          optionText={option}
          inputText={inputText}
          filterToQuery={toQuery}
          matchSuggestion={anyOfThem}
          getOptionDisabled={(cadre: RaRecord) => cadre.id === without}
        />
      </ReferenceInput>
      <FormDataConsumer>
        {({ formData }) =>
          formData[source] && <LoadHint id={formData[source]} countyCode={countyCode} adding={adding} />
        }
      </FormDataConsumer>
    </>
  );
}
