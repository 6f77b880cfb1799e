// What is said of fields, whichever of its names one goes by: the grid names lines by their kind.
export class Said<T> extends Map<string, T> {
  private readonly placeOf: (pointer: string) => string;

  constructor(placeOf: (pointer: string) => string) {
    super();
    this.placeOf = placeOf;
  }

  private nameOf(pointer: string): string {
    if (this.size === 0) return pointer;
    const place = this.placeOf(pointer);
    return [...this.keys()].find((name) => this.placeOf(name) === place) ?? pointer;
  }

  override has(pointer: string): boolean {
    return super.has(this.nameOf(pointer));
  }
  override get(pointer: string): T | undefined {
    return super.get(this.nameOf(pointer));
  }
  override set(pointer: string, said: T): this {
    return super.set(this.nameOf(pointer), said);
  }
  override delete(pointer: string): boolean {
    return super.delete(this.nameOf(pointer));
  }
}
