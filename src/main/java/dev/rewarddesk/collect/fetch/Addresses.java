package dev.rewarddesk.collect.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells the open web's addresses from those of this machine, its network and its cloud. */
final class Addresses {

    /** Every block that the IANA registries call special, and one cloud's public address for its own metadata. */
    private static final List<Block> CLOSED_4 = Block.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32");

    /** All that is given out to networks; what is outside is local, reserved or a translation of something else. */
    private static final Block GLOBAL_6 = Block.of("2000::/3");

    /** Tunnels (Teredo, 6to4), benchmarks, identifiers and documentation. */
    private static final List<Block> CLOSED_6 = Block.all("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Addresses that a translator on the way turns into the IPv4 address in their last four bytes. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private static final Block MAPPED = Block.of("0:0:0:0:0:ffff:0:0/96");

    private Addresses() {}

    /** Whether the address is one of the open web's. */
    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] address) {
        return CLOSED_4.stream().noneMatch(block -> block.holds(address));
    }

    private static boolean isPublic6(byte[] address) {
        if (NAT64.holds(address) || MAPPED.holds(address)) {
            return isPublic4(Arrays.copyOfRange(address, 12, 16));
        }
        return GLOBAL_6.holds(address) && CLOSED_6.stream().noneMatch(block -> block.holds(address));
    }

    /** The addresses that begin with the same bits. */
    private record Block(List<Byte> start, int bits) {

        static List<Block> all(String... written) {
            return Arrays.stream(written).map(Block::of).toList();
        }

        static Block of(String written) {
            String[] parts = written.split("/", -1);
            try {
                return new Block(bytes(parts[0]), Integer.parseInt(parts[1]));
            } catch (UnknownHostException notAnAddress) {
                throw new IllegalArgumentException(written, notAnAddress);
            }
        }

        boolean holds(byte[] address) {
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != start.get(i)) {
                    return false;
                }
            }
            int rest = 8 - bits % 8;
            return rest == 8 || (address[whole] & 0xFF) >> rest == (start.get(whole) & 0xFF) >> rest;
        }

        private static List<Byte> bytes(String written) throws UnknownHostException {
            byte[] address = written.contains("ffff:0:0")
                    // Java would answer with the IPv4 address.
                    ? new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}
                    : InetAddress.getByName(written).getAddress();
            Byte[] boxed = new Byte[address.length];
            Arrays.setAll(boxed, i -> address[i]);
            return List.of(boxed);
        }
    }
}
