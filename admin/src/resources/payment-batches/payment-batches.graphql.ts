import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import {
  type InputOf,
  listOf,
  manyOf,
  oneOf,
  type ResourceDocuments,
  saveOf,
} from '../../providers/data/documents.ts';

const batchRow = graphql(`
  fragment PaymentBatchRow on PaymentBatch {
    id
    version
    number
    purpose
    divisionCode
    status
    createdAt
    madeBy
    checkedBy
    checkedAt
    approvedBy
    approvedAt
    sentBy
    sentAt
    reconciledBy
    reconciledAt
    paymentCount
    plannedAmount
    waitingAmount
    unknownAmount
    paidAmount
    failedAmount
    returnedAmount
    stoppedAmount
    undecidedRows
  }
`);

const batchList = graphql(
  `
    query PaymentBatchList(
      $filter: PaymentBatchFilter
      $orderBy: [PaymentBatchOrder!]
      $first: Int!
      $offset: Int
    ) {
      paymentBatches(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...PaymentBatchRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [batchRow],
);

const batchPage = graphql(
  `
    query PaymentBatchPage($id: ID!) {
      paymentBatch(id: $id) {
        ...PaymentBatchRow
        layout {
          id
          name
        }
        corrects {
          id
          number
        }
        payments(first: 100, orderBy: [{ field: SERIAL, direction: ASC }]) {
          totalCount
          nodes {
            id
            version
            serial
            memberName
            payeeName
            bankName
            accountMasked
            amount
            status
            reason
            paidOn
            household {
              id
              headName
            }
          }
        }
        resultFiles(first: 20) {
          nodes {
            id
            fileName
            total
            recordedAt
            recordedBy
          }
        }
        resultRows(first: 100, filter: { result: [REFUSED, UNDECIDED] }) {
          totalCount
          nodes {
            id
            version
            rowNumber
            payeeName
            accountMasked
            amount
            said
            reason
            result
            code
            ofAccount {
              id
              serial
              memberName
              payeeName
              amount
              status
            }
          }
        }
      }
    }
  `,
  [batchRow],
);

const batchesById = graphql(
  `
    query PaymentBatchesById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on PaymentBatch {
          ...PaymentBatchRow
        }
      }
    }
  `,
  [batchRow],
);

const createBatch = graphql(
  `
    mutation CreatePaymentBatch($input: CreatePaymentBatchInput!) {
      createPaymentBatch(input: $input) {
        paymentBatch {
          ...PaymentBatchRow
        }
      }
    }
  `,
  [batchRow],
);

export const addPaymentsMutation = graphql(`
  mutation AddPayments($input: AddPaymentsInput!) {
    addPayments(input: $input) {
      payments {
        id
      }
    }
  }
`);

const checkMutation = graphql(`
  mutation CheckPaymentBatch($input: PaymentBatchStepInput!) {
    checkPaymentBatch(input: $input) {
      clientMutationId
    }
  }
`);

const approveMutation = graphql(`
  mutation ApprovePaymentBatch($input: PaymentBatchStepInput!) {
    approvePaymentBatch(input: $input) {
      clientMutationId
    }
  }
`);

const sendMutation = graphql(`
  mutation SendPaymentBatch($input: PaymentBatchStepInput!) {
    sendPaymentBatch(input: $input) {
      clientMutationId
    }
  }
`);

const acknowledgeMutation = graphql(`
  mutation AcknowledgePaymentBatch($input: PaymentBatchStepInput!) {
    acknowledgePaymentBatch(input: $input) {
      clientMutationId
    }
  }
`);

const sendBackMutation = graphql(`
  mutation SendBackPaymentBatch($input: SendBackPaymentBatchInput!) {
    sendBackPaymentBatch(input: $input) {
      clientMutationId
    }
  }
`);

const stopMutation = graphql(`
  mutation StopPayment($input: StopPaymentInput!) {
    stopPayment(input: $input) {
      clientMutationId
    }
  }
`);

const payAgainMutation = graphql(`
  mutation PayBatchAgain($input: PayBatchAgainInput!) {
    payBatchAgain(input: $input) {
      paymentBatch {
        id
        number
      }
    }
  }
`);

const chooseMutation = graphql(`
  mutation ChoosePayment($input: ChoosePaymentInput!) {
    choosePayment(input: $input) {
      clientMutationId
    }
  }
`);

export const receiveResult = graphql(`
  mutation ReceivePaymentResult($input: ReceivePaymentResultInput!) {
    receivePaymentResult(input: $input) {
      resultFile {
        id
        total
      }
    }
  }
`);

export const addPayments = saveOf(addPaymentsMutation, (result) => result.addPayments.payments);
export const checkBatch = saveOf(checkMutation, (result) => result.checkPaymentBatch);
export const approveBatch = saveOf(approveMutation, (result) => result.approvePaymentBatch);
export const sendBatch = saveOf(sendMutation, (result) => result.sendPaymentBatch);
export const acknowledgeBatch = saveOf(acknowledgeMutation, (result) => result.acknowledgePaymentBatch);
export const sendBackBatch = saveOf(sendBackMutation, (result) => result.sendBackPaymentBatch);
export const stopPayment = saveOf(stopMutation, (result) => result.stopPayment);
export const payAgain = saveOf(payAgainMutation, (result) => result.payBatchAgain.paymentBatch);
export const choosePayment = saveOf(chooseMutation, (result) => result.choosePayment);

export type CreatePaymentBatchInput = InputOf<typeof createBatch>;
export type PaymentBatchFilter = NonNullable<VariablesOf<typeof batchList>['filter']>;
export type BatchRecord = NonNullable<ResultOf<typeof batchPage>['paymentBatch']>;
export type PaymentOfBatch = NonNullable<BatchRecord['payments']>['nodes'][number];
export type ResultRowOfBatch = NonNullable<BatchRecord['resultRows']>['nodes'][number];

export const paymentBatchDocuments = {
  list: listOf(batchList, (result) => result.paymentBatches),
  one: oneOf(batchPage, (result) => result.paymentBatch),
  many: manyOf(batchesById, (result) => result.nodes),
  create: saveOf(createBatch, (result) => result.createPaymentBatch.paymentBatch),
  sortFields: { createdAt: 'CREATED_AT', number: 'NUMBER' },
} satisfies ResourceDocuments;
