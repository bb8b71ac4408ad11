"""The practice city (练习城市): small made-up websites with known defects, to learn and to test on."""
