package vorsprung.access;

/**
 * How many requests one caller may send.
 *
 * @param perSecond requests a second in the long run
 * @param burst how many at once after a pause
 */
record Limit(int perSecond, int burst) {
    static final Limit DEFAULT = new Limit(1_000, 5_000);
}
