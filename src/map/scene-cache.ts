/** What was drawn so far: for a date that comes again, or a line that looks as before. */
import { Recent } from '../core/cache';
import type { FlowShape, LineShape, NodeShape, Scene } from './scene';
import type { Xy } from './types';

/** A line's course and what made it what it is. */
export interface Course {
  key: string;
  course: readonly Xy[];
  d: string;
}

/** The map goes to and fro between as many views of its own. */
const ZOOMS = 3;
/** About as many as a drag through the whole record passes. */
const SCENES = 120;
const SHAPES = 2000;

/** All of one zoom. */
class Shapes {
  scenes = new Recent<Scene>(SCENES);
  courses = new Recent<Course>(SHAPES);
  lines = new Recent<LineShape>(SHAPES);
  flows = new Recent<FlowShape | null>(SHAPES);
  nodes = new Recent<readonly NodeShape[]>(SCENES);
}

/** Of one content. */
export class SceneCache {
  #last: { parts: readonly unknown[]; scene: Scene } | null = null;
  #zooms = new Recent<Shapes>(ZOOMS);

  /** The last scene, if it was asked for with the very same objects and numbers. */
  same(parts: readonly unknown[]): Scene | null {
    return this.#last?.parts.every((part, i) => part === parts[i]) ? this.#last.scene : null;
  }

  /** The scene of this key, drawn if it is not known at this zoom. */
  scene(
    zoom: number,
    parts: readonly unknown[],
    key: string,
    draw: (shapes: Shapes) => Scene,
  ): Scene {
    const shapes = this.#zooms.get(String(zoom), () => new Shapes());
    const scene = shapes.scenes.get(key, () => draw(shapes));
    this.#last = { parts, scene };
    return scene;
  }
}

export type { Shapes };
