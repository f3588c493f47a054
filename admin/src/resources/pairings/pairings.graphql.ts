import type { RequestOptions } from '../../api/client.ts';
import { graphql } from '../../api/graphql.ts';
import { listOf, manyOf, oneOf, type ResourceDocuments, saveOf } from '../../providers/data/documents.ts';

const pairingRow = graphql(`
  fragment PairingRow on Pairing {
    id
    version
    role
    startedOn
    endedOn
    endReason
    reason
    handOverNote
    createdAt
    former {
      id
      cadre {
        id
        name
      }
    }
    cadre {
      id
      name
      status
      organization {
        id
        name
      }
    }
    household {
      id
      headName
      category
      status
      village {
        code
        name
        path
      }
    }
  }
`);

const pairingList = graphql(
  `
    query PairingList($filter: PairingFilter, $orderBy: [PairingOrder!], $first: Int!, $offset: Int) {
      pairings(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...PairingRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [pairingRow],
);

const pairingPage = graphql(
  `
    query PairingPage($id: ID!) {
      pairing(id: $id) {
        ...PairingRow
      }
    }
  `,
  [pairingRow],
);

const pairingsById = graphql(
  `
    query PairingsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Pairing {
          ...PairingRow
        }
      }
    }
  `,
  [pairingRow],
);

const assignHelperMutation = graphql(`
  mutation AssignHelper($input: AssignHelperInput!) {
    assignHelper(input: $input) {
      pairing {
        id
      }
      warnings {
        code
        zh
        en
      }
    }
  }
`);

const transferPairingsMutation = graphql(`
  mutation TransferPairings($input: TransferPairingsInput!) {
    transferPairings(input: $input) {
      transferred
      results {
        pairingId
        ok
        error {
          code
          zh
          en
        }
        pairing {
          id
        }
      }
      warnings {
        code
        zh
        en
      }
    }
  }
`);

const undoTransferMutation = graphql(`
  mutation UndoTransfer($input: UndoTransferInput!) {
    undoTransfer(input: $input) {
      undone
      results {
        pairingId
        ok
        error {
          code
          zh
          en
        }
        pairing {
          id
          cadre {
            id
            name
          }
          household {
            id
            headName
          }
        }
      }
      warnings {
        code
        zh
        en
      }
    }
  }
`);

const endPairingMutation = graphql(`
  mutation EndPairing($input: EndPairingInput!) {
    endPairing(input: $input) {
      pairing {
        id
      }
    }
  }
`);

export const assignHelper = saveOf(assignHelperMutation, (result) => result.assignHelper);
export const transferPairings = saveOf(transferPairingsMutation, (result) => result.transferPairings);
export const undoTransfer = saveOf(undoTransferMutation, (result) => result.undoTransfer);
export const endPairing = saveOf(endPairingMutation, (result) => result.endPairing);

export type Undone = Awaited<ReturnType<typeof undoTransfer>>;
export type Transfer = Awaited<ReturnType<typeof transferPairings>>;

const byIds = manyOf(pairingsById, (result) => result.nodes);
const MOST_NODES = 100;

/** A selection may exceed the page limit of the API. */
async function many(ids: string[], options: RequestOptions) {
  const parts = [];
  for (let at = 0; at < ids.length; at += MOST_NODES) {
    parts.push(await byIds(ids.slice(at, at + MOST_NODES), options));
  }
  return parts.flat();
}

/** A pairing is made, handed over and ended by verbs; there is no create or update of it. */
export const pairingDocuments: ResourceDocuments = {
  list: listOf(pairingList, (result) => result.pairings),
  one: oneOf(pairingPage, (result) => result.pairing),
  many,
  sortFields: { startedOn: 'STARTED_ON', endedOn: 'ENDED_ON', 'household.village.code': 'VILLAGE' },
};
