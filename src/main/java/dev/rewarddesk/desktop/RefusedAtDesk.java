package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.review.ReviewViewModel;
import dev.rewarddesk.desktop.sending.RefusedViewModel;
import dev.rewarddesk.model.Refused;

/** Takes refused decisions from wherever the person is to the review desk. */
record RefusedAtDesk(Navigator navigator, ReviewViewModel review) implements RefusedViewModel.Desk {

    @Override
    public void edit(Refused refused) {
        if (navigator.go(new Route.Review())) {
            review.correct(refused);
        }
    }

    @Override
    public void dropped(Refused refused) {
        review.dropped(refused);
    }
}
