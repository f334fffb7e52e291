/**
 * Reads locations, functions and mappings into columns. Which function a line names is a slot here
 * (ids.ts), because functions may come later in the file; read.ts resolves it.
 */
import {
  appendFloat64,
  appendInt32,
  type Float64Column,
  float64Column,
  type Int32Column,
  int32Column,
} from '../../../profile/columns.ts';
import { NONE, slotOf, type WideIds } from './ids.ts';
import {
  type Cursor,
  chunkEnd,
  index,
  integer,
  LENGTH,
  skip,
  tag,
  VARINT,
  varint,
} from './wire.ts';

export interface LocationDraft {
  readonly id: Int32Column;
  readonly mapping: Int32Column;
  readonly address: Int32Column;
  readonly lineStart: Int32Column;
  readonly lineFunction: Int32Column;
  readonly lineNumber: Float64Column;
}

export interface FunctionDraft {
  readonly id: Int32Column;
  readonly name: Int32Column;
  readonly systemName: Int32Column;
  readonly file: Int32Column;
  readonly startLine: Float64Column;
}

export interface MappingDraft {
  readonly id: Int32Column;
  readonly range: Int32Column;
  readonly file: Int32Column;
  readonly buildId: Int32Column;
  readonly flags: Int32Column;
}

/** The wide ids of each kind that messages here define or name. */
export interface SymbolIds {
  readonly locations: WideIds;
  readonly functions: WideIds;
  readonly mappings: WideIds;
}

export function newLocations(): LocationDraft {
  return {
    id: int32Column(1024),
    mapping: int32Column(1024),
    address: int32Column(2048),
    lineStart: int32Column(1024),
    lineFunction: int32Column(1024),
    lineNumber: float64Column(1024),
  };
}

export function newFunctions(): FunctionDraft {
  return {
    id: int32Column(1024),
    name: int32Column(1024),
    systemName: int32Column(1024),
    file: int32Column(1024),
    startLine: float64Column(1024),
  };
}

export function newMappings(): MappingDraft {
  return {
    id: int32Column(16),
    range: int32Column(96),
    file: int32Column(16),
    buildId: int32Column(16),
    flags: int32Column(16),
  };
}

/** Reads an id of up to 64 bits as a slot. */
function slot(cursor: Cursor, end: number, wide: WideIds): number {
  varint(cursor, end);
  return slotOf(wide, cursor.low, cursor.high);
}

export function readLocation(
  cursor: Cursor,
  end: number,
  draft: LocationDraft,
  ids: SymbolIds,
): void {
  let id = NONE;
  let mapping = NONE;
  let low = 0;
  let high = 0;
  appendInt32(draft.lineStart, draft.lineFunction.length);
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        id = slot(cursor, end, ids.locations);
        break;
      case 2 * 8 + VARINT:
        mapping = slot(cursor, end, ids.mappings);
        break;
      case 3 * 8 + VARINT:
        varint(cursor, end);
        low = cursor.low;
        high = cursor.high;
        break;
      case 4 * 8 + LENGTH:
        readLine(cursor, chunkEnd(cursor, end), draft, ids);
        break;
      case 5 * 8 + VARINT:
        varint(cursor, end);
        break;
      default:
        skip(cursor, end, fieldTag, 5);
    }
  }
  appendInt32(draft.id, id);
  appendInt32(draft.mapping, mapping);
  appendInt32(draft.address, low);
  appendInt32(draft.address, high);
}

function readLine(cursor: Cursor, end: number, draft: LocationDraft, ids: SymbolIds): void {
  let functionSlot = NONE;
  let line = 0;
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        functionSlot = slot(cursor, end, ids.functions);
        break;
      case 2 * 8 + VARINT:
        line = integer(cursor, end, 'the line number');
        break;
      case 3 * 8 + VARINT:
        varint(cursor, end);
        break;
      default:
        skip(cursor, end, fieldTag, 3);
    }
  }
  appendInt32(draft.lineFunction, functionSlot);
  appendFloat64(draft.lineNumber, line);
}

export function readFunction(
  cursor: Cursor,
  end: number,
  draft: FunctionDraft,
  ids: SymbolIds,
): void {
  let id = NONE;
  let name = 0;
  let systemName = 0;
  let file = 0;
  let startLine = 0;
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        id = slot(cursor, end, ids.functions);
        break;
      case 2 * 8 + VARINT:
        name = index(cursor, end);
        break;
      case 3 * 8 + VARINT:
        systemName = index(cursor, end);
        break;
      case 4 * 8 + VARINT:
        file = index(cursor, end);
        break;
      case 5 * 8 + VARINT:
        startLine = integer(cursor, end, 'the start line');
        break;
      default:
        skip(cursor, end, fieldTag, 5);
    }
  }
  appendInt32(draft.id, id);
  appendInt32(draft.name, name);
  appendInt32(draft.systemName, systemName);
  appendInt32(draft.file, file);
  appendFloat64(draft.startLine, startLine);
}

export function readMapping(
  cursor: Cursor,
  end: number,
  draft: MappingDraft,
  ids: SymbolIds,
): void {
  let id = NONE;
  let file = 0;
  let buildId = 0;
  let flags = 0;
  const range = [0, 0, 0, 0, 0, 0];
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        id = slot(cursor, end, ids.mappings);
        break;
      case 2 * 8 + VARINT:
      case 3 * 8 + VARINT:
      case 4 * 8 + VARINT: {
        varint(cursor, end);
        const pair = (fieldTag >> 3) - 2;
        range[2 * pair] = cursor.low;
        range[2 * pair + 1] = cursor.high;
        break;
      }
      case 5 * 8 + VARINT:
        file = index(cursor, end);
        break;
      case 6 * 8 + VARINT:
        buildId = index(cursor, end);
        break;
      case 7 * 8 + VARINT:
      case 8 * 8 + VARINT:
      case 9 * 8 + VARINT:
      case 10 * 8 + VARINT: {
        const bit = 1 << ((fieldTag >> 3) - 7);
        flags = varint(cursor, end) === 0 ? flags & ~bit : flags | bit;
        break;
      }
      default:
        skip(cursor, end, fieldTag, 10);
    }
  }
  appendInt32(draft.id, id);
  for (const word of range) {
    appendInt32(draft.range, word);
  }
  appendInt32(draft.file, file);
  appendInt32(draft.buildId, buildId);
  appendInt32(draft.flags, flags);
}
