/** What was drawn at a zoom so far: for a date that comes again, or a line that looks as before. */
import { Recent } from '../core/cache';
import type { FlowShape, LineShape, NodeShape, Scene } from './scene';
import type { Xy } from './types';

/** A line's course and what made it what it is. */
export interface Course {
  key: string;
  course: readonly Xy[];
  d: string;
}

/** About as many as a drag through the whole record passes. */
const SCENES = 120;
const SHAPES = 2000;

/** Of one content; forgets all when the zoom changes. */
export class SceneCache {
  #zoom = Number.NaN;
  #last: { parts: readonly unknown[]; scene: Scene } | null = null;
  #scenes = new Recent<Scene>(SCENES);
  courses = new Recent<Course>(SHAPES);
  lines = new Recent<LineShape>(SHAPES);
  flows = new Recent<FlowShape | null>(SHAPES);
  nodes = new Recent<readonly NodeShape[]>(SCENES);

  /** The last scene, if it was asked for with the very same objects and numbers. */
  same(parts: readonly unknown[]): Scene | null {
    return this.#last?.parts.every((part, i) => part === parts[i]) ? this.#last.scene : null;
  }

  /** The scene of this key, drawn if it is not known at this zoom. */
  scene(zoom: number, parts: readonly unknown[], key: string, draw: () => Scene): Scene {
    if (zoom !== this.#zoom) {
      this.#zoom = zoom;
      this.#scenes = new Recent(SCENES);
      this.courses = new Recent(SHAPES);
      this.lines = new Recent(SHAPES);
      this.flows = new Recent(SHAPES);
      this.nodes = new Recent(SCENES);
    }
    const scene = this.#scenes.get(key, draw);
    this.#last = { parts, scene };
    return scene;
  }
}
