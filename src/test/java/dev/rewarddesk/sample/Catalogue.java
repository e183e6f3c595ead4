package dev.rewarddesk.sample;

import dev.rewarddesk.sample.scene.*;
import java.util.List;

/** All pictures of the sample workspace. */
final class Catalogue {
    static final List<Picture> PICTURES = List.of(
            new Picture("market-stall.jpg", 1600, 1067, 1600, new MarketStall()),
            new Picture("harbour.jpg", 2400, 1350, 1600, new Harbour()),
            new Picture("city-street.jpg", 1600, 1000, 1600, new CityStreet()),
            new Picture("mountain-cable-car.jpg", 2000, 1500, 1600, new MountainCableCar()),
            new Picture("garden-birds.jpg", 1500, 1000, 1500, new GardenBirds()),
            new Picture("island-map.jpg", 1400, 1050, 1400, new IslandMap()),
            new Picture("bicycle-shop.jpg", 1800, 1200, 1500, new BicycleShop()),
            new Picture("hillside-town.jpg", 8000, 6000, 1600, new HillsideTown()),
            new Picture("sea-to-space.jpg", 900, 9000, 900, new SeaToSpace()),
            new Picture("chess-endgame.png", 1200, 1200, 1200, new ChessEndgame()),
            new Picture("bar-chart.png", 1200, 800, 1200, new BarChart()),
            new Picture("wall-clock.png", 900, 900, 900, new WallClock()),
            new Picture("dice.png", 800, 600, 800, new Dice()),
            new Picture("flags.png", 1400, 900, 1400, new Flags()),
            new Picture("snowman.png", 800, 1000, 800, new Snowman()),
            new Picture("coffee-cup.png", 160, 120, 160, new CoffeeCup()),
            new Picture("desk-from-above.png", 1600, 1100, 1600, new DeskFromAbove()),
            new Picture("rainbow.png", 1600, 1000, 1600, new Rainbow()),
            new Picture("kitchen-table.webp", 1600, 1200, 1600, new KitchenTable()),
            new Picture("bookshelf.webp", 1200, 1500, 1200, new Bookshelf()),
            new Picture("moon-phases.webp", 1800, 900, 1800, new MoonPhases()),
            new Picture("balloons.webp", 900, 1200, 900, new Balloons()),
            new Picture("aquarium.webp", 1600, 1000, 1600, new Aquarium()),
            new Picture("parking-lot.webp", 1500, 1100, 1500, new ParkingLot()),
            new Picture("train.webp", 2200, 900, 2200, new Train()),
            new Picture("fruit-bowl.webp", 1000, 1000, 1000, new FruitBowl()));

    private Catalogue() {}
}
