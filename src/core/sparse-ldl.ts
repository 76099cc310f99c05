/**
 * Sparse solver for the matrices of a DC power flow: symmetric, sparse, and indefinite when a
 * branch has a negative reactance.
 *
 * A = L D Lᵀ without row exchanges, after an approximate minimum degree ordering on a quotient
 * graph (Amestoy, Davis and Duff, 1996), row by row along the elimination tree (Davis, 2005).
 * A vanishing pivot is lifted to a small value and the error taken out again by refinement; when
 * that fails, the matrix is singular. Left out: supervariables, blocking, 2 × 2 pivots, which
 * networks of ten thousand buses do not need.
 */

/** A weighted graph with ground: node numbers from 0, GROUND for the reference node. */
export interface GroundedGraph {
  nodeCount: number;
  /** One entry per edge; parallel edges add up. */
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
}

export const GROUND = -1;

/** No solution, or none that can be told from rounding. `row` is the node where it showed. */
export class SingularMatrixError extends Error {
  override readonly name = 'SingularMatrixError';
  readonly row: number;

  constructor(row: number) {
    super(`The matrix is singular at row ${row}.`);
    this.row = row;
  }
}

/** Off-diagonal entries by row (both triangles), the diagonal apart. */
interface SparseMatrix {
  size: number;
  /** Row i holds the entries rowStart[i] … rowStart[i + 1] − 1. */
  rowStart: Int32Array;
  column: Int32Array;
  value: Float64Array;
  diagonal: Float64Array;
  /** Sum of |weight| at each node: what the diagonal would be if nothing cancelled out. */
  magnitude: Float64Array;
}

interface LdlFactor {
  /** order[k] = row eliminated k-th. */
  order: Int32Array;
  columnStart: Int32Array;
  row: Int32Array;
  value: Float64Array;
  pivot: Float64Array;
  /** First row whose pivot had to be lifted, or −1. */
  liftedRow: number;
}

/** Pivots below this share of the terms they were summed from are rounding. */
const PIVOT_TOLERANCE = 1e-12;
/** What such a pivot is lifted to; about the square root of the machine precision. */
const PIVOT_LIFT = 1e-8;
/** Largest accepted residual, as a share of the largest right-hand side. */
const RESIDUAL_TOLERANCE = 1e-10;
const MAX_REFINEMENTS = 6;

/**
 * Solves the graph's Laplacian for the node potentials: Σ weight · (xᵢ − xⱼ) = rhsᵢ at every node,
 * with x = 0 at ground. At least one step of iterative refinement is tried.
 *
 * @throws SingularMatrixError when the weights cancel out so that no single solution exists
 */
export function solveGroundedLaplacian(graph: GroundedGraph, rhs: Float64Array): Float64Array {
  const matrix = toMatrix(graph);
  const factor = factorise(matrix);
  // Positive weights on a graph tied to ground cannot be singular. Otherwise a probe that no
  // singular matrix can meet tells a lifted or lucky pivot from a true one.
  if (factor.liftedRow >= 0 || graph.weight.some((weight) => weight < 0)) {
    solveRefined(matrix, factor, probe(matrix.size));
  }
  return solveRefined(matrix, factor, rhs);
}

function toMatrix({ nodeCount, from, to, weight }: GroundedGraph): SparseMatrix {
  const diagonal = new Float64Array(nodeCount);
  const magnitude = new Float64Array(nodeCount);
  const start = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < weight.length; edge++) {
    const i = from[edge];
    const j = to[edge];
    for (const node of [i, j]) {
      if (node === GROUND) continue;
      diagonal[node] += weight[edge];
      magnitude[node] += Math.abs(weight[edge]);
      if (i !== GROUND && j !== GROUND) start[node + 1]++;
    }
  }
  for (let i = 0; i < nodeCount; i++) start[i + 1] += start[i];

  const column = new Int32Array(start[nodeCount]);
  const value = new Float64Array(start[nodeCount]);
  const next = start.slice(0, nodeCount);
  for (let edge = 0; edge < weight.length; edge++) {
    const i = from[edge];
    const j = to[edge];
    if (i === GROUND || j === GROUND) continue;
    column[next[i]] = j;
    value[next[i]++] = -weight[edge];
    column[next[j]] = i;
    value[next[j]++] = -weight[edge];
  }

  // Parallel edges become one entry; rows close up towards the front.
  const seenAt = new Int32Array(nodeCount).fill(-1);
  const rowStart = new Int32Array(nodeCount + 1);
  let end = 0;
  for (let i = 0; i < nodeCount; i++) {
    rowStart[i] = end;
    for (let p = start[i]; p < start[i + 1]; p++) {
      const j = column[p];
      if (seenAt[j] >= rowStart[i]) {
        value[seenAt[j]] += value[p];
      } else {
        seenAt[j] = end;
        column[end] = j;
        value[end++] = value[p];
      }
    }
  }
  rowStart[nodeCount] = end;
  return { size: nodeCount, rowStart, column, value, diagonal, magnitude };
}

/**
 * Approximate minimum degree. An eliminated row becomes an element, the set of rows it ties
 * together; a row's degree is bounded by the sizes of its elements outside the newest one.
 */
function minimumDegreeOrder({ size, rowStart, column }: SparseMatrix): Int32Array {
  const order = new Int32Array(size);
  const rowsOf: number[][] = [];
  const elementsOf: number[][] = [];
  const membersOf: number[][] = Array.from({ length: size }, () => []);
  const alive = new Uint8Array(size);
  const degree = new Int32Array(size);

  // Rows by degree, as doubly linked lists.
  const head = new Int32Array(size + 1).fill(-1);
  const after = new Int32Array(size).fill(-1);
  const before = new Int32Array(size).fill(-1);
  const insert = (i: number): void => {
    const first = head[degree[i]];
    after[i] = first;
    before[i] = -1;
    if (first >= 0) before[first] = i;
    head[degree[i]] = i;
  };
  const remove = (i: number): void => {
    if (before[i] >= 0) after[before[i]] = after[i];
    else head[degree[i]] = after[i];
    if (after[i] >= 0) before[after[i]] = before[i];
  };

  for (let i = 0; i < size; i++) {
    rowsOf.push(Array.from(column.subarray(rowStart[i], rowStart[i + 1])));
    elementsOf.push([]);
    degree[i] = rowsOf[i].length;
    insert(i);
  }

  const member = new Int32Array(size).fill(-1);
  const outsideStep = new Int32Array(size).fill(-1);
  const outside = new Int32Array(size);
  let lowest = 0;
  for (let step = 0; step < size; step++) {
    while (head[lowest] < 0) lowest++;
    const pivot = head[lowest];
    remove(pivot);
    order[step] = pivot;
    member[pivot] = step;

    const members: number[] = [];
    const collect = (i: number): void => {
      if (member[i] === step) return;
      member[i] = step;
      members.push(i);
    };
    for (const i of rowsOf[pivot]) collect(i);
    for (const element of elementsOf[pivot]) {
      for (const i of membersOf[element]) collect(i);
      alive[element] = 0;
      membersOf[element] = [];
    }
    rowsOf[pivot] = [];
    elementsOf[pivot] = [];
    membersOf[pivot] = members;
    alive[pivot] = 1;

    // How much of each neighbouring element lies outside the new one.
    for (const i of members) {
      for (const element of elementsOf[i]) {
        if (outsideStep[element] !== step) {
          outsideStep[element] = step;
          outside[element] = membersOf[element].length;
        }
        outside[element]--;
      }
    }
    for (const i of members) {
      rowsOf[i] = rowsOf[i].filter((j) => member[j] !== step);
      elementsOf[i] = elementsOf[i].filter((element) => alive[element] && outside[element] > 0);
      let bound = rowsOf[i].length + members.length - 1;
      for (const element of elementsOf[i]) bound += outside[element];
      elementsOf[i].push(pivot);
      remove(i);
      degree[i] = Math.min(bound, degree[i] + members.length - 1, size - step - 2);
      if (degree[i] < lowest) lowest = degree[i];
      insert(i);
    }
  }
  return order;
}

function factorise(matrix: SparseMatrix): LdlFactor {
  const { size, rowStart, column, value, diagonal, magnitude } = matrix;
  const order = minimumDegreeOrder(matrix);
  const place = new Int32Array(size);
  for (let k = 0; k < size; k++) place[order[k]] = k;

  // Elimination tree and the length of each column of L.
  const parent = new Int32Array(size).fill(-1);
  const visited = new Int32Array(size).fill(-1);
  const columnStart = new Int32Array(size + 1);
  for (let k = 0; k < size; k++) {
    visited[k] = k;
    for (let p = rowStart[order[k]]; p < rowStart[order[k] + 1]; p++) {
      for (let i = place[column[p]]; i < k && visited[i] !== k; i = parent[i]) {
        if (parent[i] < 0) parent[i] = k;
        columnStart[i + 1]++;
        visited[i] = k;
      }
    }
  }
  for (let k = 0; k < size; k++) columnStart[k + 1] += columnStart[k];

  const row = new Int32Array(columnStart[size]);
  const factor = new Float64Array(columnStart[size]);
  const pivot = new Float64Array(size);
  const columnEnd = columnStart.slice(0, size);
  const work = new Float64Array(size);
  const pattern = new Int32Array(size);
  const path = new Int32Array(size);
  let liftedRow = -1;
  visited.fill(-1);
  for (let k = 0; k < size; k++) {
    const source = order[k];
    let top = size;
    visited[k] = k;
    for (let p = rowStart[source]; p < rowStart[source + 1]; p++) {
      const first = place[column[p]];
      if (first > k) continue;
      work[first] = value[p];
      let length = 0;
      for (let i = first; visited[i] !== k; i = parent[i]) {
        path[length++] = i;
        visited[i] = k;
      }
      while (length > 0) pattern[--top] = path[--length];
    }

    let d = diagonal[source];
    let terms = magnitude[source];
    for (; top < size; top++) {
      const i = pattern[top];
      const w = work[i];
      work[i] = 0;
      for (let p = columnStart[i]; p < columnEnd[i]; p++) work[row[p]] -= factor[p] * w;
      const l = w / pivot[i];
      d -= l * w;
      terms += Math.abs(l * w);
      row[columnEnd[i]] = k;
      factor[columnEnd[i]++] = l;
    }
    if (!(Math.abs(d) > PIVOT_TOLERANCE * terms)) {
      if (liftedRow < 0) liftedRow = source;
      d = PIVOT_LIFT * magnitude[source] * (d < 0 ? -1 : 1);
    }
    pivot[k] = d;
  }
  return { order, columnStart, row, value: factor, pivot, liftedRow };
}

function solveOnce(factor: LdlFactor, rhs: Float64Array): Float64Array {
  const { order, columnStart, row, value, pivot } = factor;
  const size = order.length;
  const work = Float64Array.from(order, (i) => rhs[i]);
  for (let k = 0; k < size; k++) {
    for (let p = columnStart[k]; p < columnStart[k + 1]; p++) work[row[p]] -= value[p] * work[k];
  }
  for (let k = size - 1; k >= 0; k--) {
    work[k] /= pivot[k];
    for (let p = columnStart[k]; p < columnStart[k + 1]; p++) work[k] -= value[p] * work[row[p]];
  }
  const x = new Float64Array(size);
  for (let k = 0; k < size; k++) x[order[k]] = work[k];
  return x;
}

function solveRefined(matrix: SparseMatrix, factor: LdlFactor, rhs: Float64Array): Float64Array {
  let x = solveOnce(factor, rhs);
  let left = residual(matrix, x, rhs);
  for (let step = 0; step < MAX_REFINEMENTS; step++) {
    const correction = solveOnce(factor, left.values);
    const better = x.map((value, i) => value + correction[i]);
    const next = residual(matrix, better, rhs);
    if (!(next.worst < left.worst)) break;
    const settled = next.worst > left.worst / 2;
    x = better;
    left = next;
    if (settled) break;
  }
  if (!left.withinTolerance) {
    throw new SingularMatrixError(factor.liftedRow >= 0 ? factor.liftedRow : left.worstRow);
  }
  return x;
}

/** rhs − A x, its largest entry, and whether all of it can be put down to rounding. */
function residual(matrix: SparseMatrix, x: Float64Array, rhs: Float64Array) {
  const { size, rowStart, column, value, diagonal, magnitude } = matrix;
  const values = new Float64Array(size);
  const largest = rhs.reduce((max, entry) => Math.max(max, Math.abs(entry)), 0);
  let worst = 0;
  let worstRow = 0;
  let withinTolerance = true;
  for (let i = 0; i < size; i++) {
    let left = rhs[i] - diagonal[i] * x[i];
    let rounding = magnitude[i] * Math.abs(x[i]);
    for (let p = rowStart[i]; p < rowStart[i + 1]; p++) {
      left -= value[p] * x[column[p]];
      rounding += Math.abs(value[p] * x[column[p]]);
    }
    values[i] = left;
    const excess = Math.abs(left);
    if (!(excess <= RESIDUAL_TOLERANCE * largest + 8 * Number.EPSILON * rounding)) {
      withinTolerance = false;
    }
    if (!(excess <= worst)) {
      worst = excess;
      worstRow = i;
    }
  }
  return { values, worst, worstRow, withinTolerance };
}

/** A fixed right-hand side with no pattern (golden-ratio sequence, −0.5 … 0.5). */
function probe(size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => (((i + 1) * 0.6180339887498949) % 1) - 0.5);
}
