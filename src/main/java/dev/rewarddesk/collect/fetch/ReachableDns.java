package dev.rewarddesk.collect.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;

/**
 * Leaves of a name's addresses those that may be connected to, so that the others are not even tried.
 *
 * @param names what resolves names
 */
record ReachableDns(Dns names, Predicate<InetAddress> reach) implements Dns {

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> open = names.lookup(hostname).stream().filter(reach).toList();
        if (open.isEmpty()) {
            throw new ClosedAddressException(hostname);
        }
        return open;
    }
}
